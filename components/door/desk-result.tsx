'use client';

import { useTranslations } from 'next-intl';
import { ResultScreen } from './result-screen.tsx';
import type { Desk, DeskProps } from './use-desk.ts';

/** What is shown of the last scan, with what can be done about it; nothing while there is none. */
export function DeskResult({
  desk,
  props: { slug, door, scanId },
  here,
}: {
  desk: Desk;
  props: DeskProps;
  /** The page's own address, which is the way on without a script. */
  here: string;
}) {
  const t = useTranslations('door');
  if (!desk.shown) return null;
  const { answer, ticket } = desk.shown;
  const names = `/door/${slug}/names`;
  const isUndo = answer.kind === 'admitted' || answer.kind === 'already_used';
  const stop = answer.kind === 'signed_out' || answer.kind === 'no_network';

  const onward = (
    <a
      href={here}
      data-next={stop ? undefined : true}
      className={stop ? 'door-button' : 'door-button door-button-filled'}
      onClick={(event) => {
        event.preventDefault();
        desk.next();
      }}
      onKeyDown={(event) => {
        // It is a button to whoever has a script.
        if (event.key === ' ' || event.key === 'Escape') {
          event.preventDefault();
          desk.next();
        }
      }}
    >
      {t(stop ? 'close' : 'next')}
    </a>
  );

  return (
    <ResultScreen
      key={`${answer.kind} ${'checkInId' in answer ? answer.checkInId : ticket}`}
      answer={answer}
      primary={
        <>
          {answer.kind === 'signed_out' ? (
            <a
              href={`/sign-in?${new URLSearchParams({ next: here })}`}
              data-next
              className="door-button door-button-filled"
            >
              {t('signIn')}
            </a>
          ) : null}
          {answer.kind === 'no_network' ? (
            <button type="button" data-next className="door-button door-button-filled" onClick={desk.again}>
              {t('again')}
            </button>
          ) : null}
          {onward}
        </>
      }
      secondary={
        <>
          {isUndo ? (
            <form {...desk.undo}>
              <input type="hidden" name="event" value={slug} />
              <input type="hidden" name="checkInId" value={answer.checkInId} />
              <button type="submit" className="door-button w-full" disabled={desk.pending}>
                {t(answer.kind === 'admitted' ? 'undo' : 'undoOther')}
              </button>
            </form>
          ) : null}
          {answer.kind === 'wrong_date' ? (
            <form {...desk.checkIn}>
              <input type="hidden" name="event" value={slug} />
              <input type="hidden" name="door" value={door} />
              <input type="hidden" name="ticket" value={ticket} />
              <input type="hidden" name="scanId" value={scanId} />
              <input type="hidden" name="anyDay" value="1" />
              <button type="submit" className="door-button w-full" disabled={desk.pending}>
                {t('anyway')}
              </button>
            </form>
          ) : null}
          {answer.kind === 'unknown' && here !== names ? (
            <a href={names} className="door-button">
              {t('byName')}
            </a>
          ) : null}
        </>
      }
    />
  );
}
