import type { Queryable } from '../database.ts';
import { DomainError } from '../errors.ts';
import { perProcess } from '../per-process.ts';
import { drawPoster } from './draw-poster.ts';
import { findPoster } from './find-poster.ts';
import type { PosterEvent } from './poster-event.ts';
import type { PosterKind } from './poster-path.ts';
import { renderPoster } from './render-poster.ts';

export type PosterFile = { content: string | Buffer; contentType: string; version: string };

/** Some megabytes at most; what is asked for again after that is drawn again. */
const KEPT = 100;

/** The last pictures, under way or done: a link that spreads is drawn once. */
const kept = () => perProcess('poster pictures', () => new Map<string, Promise<Buffer>>());

function picture(key: string, event: PosterEvent, kind: Exclude<PosterKind, 'svg'>): Promise<Buffer> {
  const pictures = kept();
  const known = pictures.get(key);
  if (known) return known;
  const drawn =
    kind === 'og.png'
      ? renderPoster(drawPoster(event, { ratio: 'og' }), 1200)
      : renderPoster(drawPoster(event), 600);
  pictures.set(key, drawn);
  const [oldest] = pictures.keys();
  if (pictures.size > KEPT && oldest !== undefined) pictures.delete(oldest);
  // A failure is not kept.
  drawn.catch(() => pictures.delete(key));
  return drawn;
}

/** The slug and the kind of a file's name, such as `salt-and-static.og.png`. */
function parseName(name: string): { slug: string; kind: PosterKind } | undefined {
  const [, slug, kind] = /^([a-z0-9-]{1,100})\.(svg|png|og\.png)$/.exec(name) ?? [];
  if (slug === undefined) return undefined;
  return { slug, kind: kind === 'svg' || kind === 'png' ? kind : 'og.png' };
}

/**
 * The poster of an event as a file: `<slug>.svg`, `<slug>.png` (600 wide) or `<slug>.og.png` (1200 × 630).
 *
 * @throws DomainError `not_found` for another name, an unknown event and a draft.
 */
export async function posterFile(db: Queryable, name: string): Promise<PosterFile> {
  const file = parseName(name);
  if (!file) throw new DomainError('not_found');
  const { slug, kind } = file;
  const { event, version } = await findPoster(db, slug);
  if (kind === 'svg') return { content: drawPoster(event), contentType: 'image/svg+xml', version };
  return {
    content: await picture(`${slug} ${version} ${kind}`, event, kind),
    contentType: 'image/png',
    version,
  };
}
