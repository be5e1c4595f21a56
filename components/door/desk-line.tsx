'use client';

import { useTranslations } from 'next-intl';
import { Shape } from '../ui/shape.tsx';
import type { Desk } from './use-desk.ts';

/** How it stands with the network and the sound, and whom one could still take back. */
export function DeskLine({ desk, slug }: { desk: Desk; slug: string }) {
  const t = useTranslations('door');
  const { online, sound, last } = desk;
  return (
    <>
      <div className="flex min-h-11 items-center justify-between gap-4 text-15">
        <p role="status" className="flex items-baseline gap-2 leading-tight font-[650]">
          <Shape name={online ? 'circle' : 'hourglass'} />
          {t(online ? 'online' : 'offline')}
        </p>
        <button
          type="button"
          onClick={sound.toggle}
          className="min-h-11 flex-none text-door-ink-2 underline underline-offset-4"
        >
          {t(sound.on ? 'soundOn' : 'soundOff')}
        </button>
      </div>
      {last ? (
        <form {...desk.undo} className="flex min-h-11 items-center justify-between gap-4 text-15">
          <input type="hidden" name="event" value={slug} />
          <input type="hidden" name="checkInId" value={last.checkInId} />
          <p className="line-clamp-1 min-w-0 text-door-ink-2 [overflow-wrap:anywhere]">
            {t('lastIn', { name: last.who.name })}
          </p>
          <button
            type="submit"
            disabled={desk.pending}
            className="min-h-11 flex-none font-[650] underline underline-offset-4"
          >
            {t('undo')}
          </button>
        </form>
      ) : null}
    </>
  );
}
