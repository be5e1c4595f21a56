'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useEffectEvent, useRef, useTransition } from 'react';
import { Shape } from '../ui/shape.tsx';
import { DeskHeader } from './desk-header.tsx';
import { DeskLine } from './desk-line.tsx';
import { DeskResult } from './desk-result.tsx';
import { type Desk, type DeskProps, useDesk } from './use-desk.ts';

// messages: door.state.*

export type NameRow = {
  ticketId: string;
  name: string;
  bookedBy: string | null;
  ticketType: string;
  reference: string;
  status: 'valid' | 'used' | 'blocked' | 'void';
  checkIn: { id: string; at: string; door: string } | null;
};

/** After the last letter; short enough to feel like it answers while one types. */
const PAUSE_MS = 250;

/** Finds people by name and lets them in from the list. A plain GET form before its script is there. */
export function NameDesk({
  title,
  language,
  words,
  rows,
  more,
  ...props
}: DeskProps & { title: string; language: string; words: string; rows: NameRow[]; more: boolean }) {
  const t = useTranslations('door');
  const router = useRouter();
  const [searching, startTransition] = useTransition();
  const field = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const { slug } = props;
  const path = `/door/${slug}/names`;
  const here = words ? `${path}?${new URLSearchParams({ q: words })}` : path;
  const refresh = useCallback(() => router.refresh(), [router]);
  const desk = useDesk(props, refresh);

  const find = (text: string) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      const search = text.trim() ? `?${new URLSearchParams({ q: text })}` : '';
      startTransition(() => router.replace(path + search, { scroll: false }));
    }, PAUSE_MS);
  };

  const begin = useEffectEvent(() => {
    const typed = field.current?.value ?? '';
    // Somebody was quicker than this script; else the page was opened to type a name.
    if (typed.trim() !== words) find(typed);
    else if (typed === '') field.current?.focus();
  });
  useEffect(() => {
    begin();
    return () => clearTimeout(timer.current);
  }, []);

  // Back to the next name, as the desk of codes goes back to the next code.
  const answered = useRef(false);
  useEffect(() => {
    if (desk.shown !== null) answered.current = true;
    else if (answered.current) {
      answered.current = false;
      field.current?.focus();
      field.current?.select();
    }
  }, [desk.shown]);

  return (
    <>
      <main
        id="content"
        className="door-desk"
        inert={desk.shown !== null && desk.shown.answer.kind !== 'admitted'}
      >
        <div className="door-desk-top">
          <DeskHeader
            title={title}
            language={language}
            slug={slug}
            door={props.door}
            progress={desk.progress}
          />
          <search>
            <form
              action={path}
              className="px-5 pt-1 pb-2"
              onSubmit={(event) => {
                event.preventDefault();
                find(field.current?.value ?? '');
              }}
            >
              <label htmlFor="q" className="mb-1.5 block text-15 font-semibold">
                {t('name')}
              </label>
              <input
                id="q"
                name="q"
                type="search"
                defaultValue={words}
                ref={field}
                autoComplete="off"
                spellCheck={false}
                enterKeyHint="search"
                onChange={({ target }) => find(target.value)}
                className="door-field"
              />
            </form>
          </search>
        </div>
        <div className="flex-1 px-5" aria-busy={searching}>
          <p role="status" className="pb-2 text-t1 text-door-ink-2">
            {words === '' ? t('nameHint') : t(more ? 'foundMore' : 'found', { count: rows.length })}
          </p>
          <ul>
            {rows.map((row) => (
              <Row key={row.ticketId} row={row} desk={desk} props={props} />
            ))}
          </ul>
        </div>
        <div className="door-desk-foot">
          <DeskLine desk={desk} slug={slug} />
          <a href={`/door/${slug}`} className="door-button">
            {t('toCamera')}
          </a>
        </div>
      </main>
      <DeskResult desk={desk} props={props} here={here} />
    </>
  );
}

function Row({ row, desk, props }: { row: NameRow; desk: Desk; props: DeskProps }) {
  const t = useTranslations('door');
  const { slug, door, scanId } = props;
  return (
    <li className="grid grid-cols-[1fr_auto] items-center gap-x-3 gap-y-0.5 border-t border-door-line py-3">
      <b className="text-17 leading-tight [overflow-wrap:anywhere]">{row.name}</b>
      <span className="text-t1 leading-[1.35] text-door-ink-2 [overflow-wrap:anywhere]">
        {t('rowOf', {
          ticketType: row.ticketType,
          reference: row.reference,
          by: row.bookedBy ?? 'nobody',
        })}
        {row.checkIn ? <span className="block">{t('inAt', row.checkIn)}</span> : null}
      </span>
      <div className="col-start-2 row-span-2 row-start-1 grid justify-items-end">
        {row.status === 'valid' ? (
          <form {...desk.checkIn}>
            <input type="hidden" name="event" value={slug} />
            <input type="hidden" name="door" value={door} />
            <input type="hidden" name="ticket" value={row.ticketId} />
            <input type="hidden" name="scanId" value={scanId} />
            <button
              type="submit"
              disabled={desk.pending}
              aria-label={t('letInName', { name: row.name })}
              className="door-button door-button-filled door-button-small"
            >
              {t('letIn')}
            </button>
          </form>
        ) : (
          <span className="flex items-center gap-2 text-15 font-[650]">
            <Shape name={row.status === 'used' ? 'circle' : 'cross'} />
            {t(`state.${row.status}`)}
          </span>
        )}
        {row.checkIn ? (
          <form {...desk.undo}>
            <input type="hidden" name="event" value={slug} />
            <input type="hidden" name="checkInId" value={row.checkIn.id} />
            <button
              type="submit"
              disabled={desk.pending}
              aria-label={t('undoName', { name: row.name })}
              className="min-h-11 text-15 underline underline-offset-4"
            >
              {t('undo')}
            </button>
          </form>
        ) : null}
      </div>
    </li>
  );
}
