import type { Queryable } from '../database.ts';
import { DomainError } from '../errors.ts';
import { inTurn } from '../in-turn.ts';
import { perProcess } from '../per-process.ts';
import { findPoster } from './find-poster.ts';
import { freezePoster } from './freeze-poster.ts';
import { offState, type PosterKind, sharedVersion } from './poster-path.ts';
import { renderPoster } from './render-poster.ts';
import { stampPoster } from './stamp-poster.ts';

export type PosterFile = { content: Buffer; contentType: string; version: string };

/** Some megabytes at most; what is asked for again after that is made again. */
const KEPT = 300;

/** Pictures are made of vectors two at a time: whoever asks for all of them at once leaves room for everything else. */
const LINE = { name: 'poster pictures', atOnce: 2, mostWaiting: 300 };

/** The last files asked for, under way or done: a link that spreads is drawn once. */
const kept = () => perProcess('poster files', () => new Map<string, Promise<Buffer>>());

function keep(key: string, make: () => Promise<Buffer>): Promise<Buffer> {
  const files = kept();
  const known = files.get(key);
  const made = known ?? make();
  // The one that nobody has asked for longest stands first, and goes first.
  files.delete(key);
  files.set(key, made);
  if (known) return known;
  const [oldest] = files.keys();
  if (files.size > KEPT && oldest !== undefined) files.delete(oldest);
  // A failure is not kept.
  made.catch(() => files.delete(key));
  return made;
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
 * @throws DomainError `not_found` for another name, an unknown event and a draft; `busy` when too many pictures are to be
 * made already.
 */
export async function posterFile(db: Queryable, name: string): Promise<PosterFile> {
  const file = parseName(name);
  if (!file) throw new DomainError('not_found');
  const { slug, kind } = file;
  const found = await findPoster(db, slug);
  const { event, status, version: plain } = found;
  const version = kind === 'og.png' ? sharedVersion(plain, status) : plain;
  if (kind === 'svg') {
    const content = await keep(`${slug} ${version} svg`, async () =>
      Buffer.from((await freezePoster(db, found)).svg),
    );
    return { content, contentType: 'image/svg+xml', version };
  }
  const content = await keep(`${slug} ${version} ${kind}`, async () => {
    const { svg, wideSvg } = await freezePoster(db, found);
    const state = offState(status);
    const made = await inTurn(LINE, () =>
      kind === 'png'
        ? renderPoster(svg, 600)
        : renderPoster(state ? stampPoster(wideSvg, event, state) : wideSvg, 1200),
    );
    if (!made) throw new DomainError('busy');
    return made.value;
  });
  return { content, contentType: 'image/png', version };
}
