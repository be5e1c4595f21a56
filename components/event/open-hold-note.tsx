import { useTranslations } from 'next-intl';
import type { OpenHold } from '../checkout/open-hold.ts';
import { buttonClass } from '../ui/button.tsx';
import { ViewerClock } from '../ui/viewer-clock.tsx';

/** Says above the choice that something is held already, and where that is paid. */
export function OpenHoldNote({ held }: { held: OpenHold }) {
  const t = useTranslations('picker');
  return (
    <p role="status" className="mb-3 rounded bg-warn-wash px-4 py-3 text-15">
      {t.rich('open', {
        count: held.count,
        time: () => <ViewerClock instant={new Date(held.until)} />,
        go: (words) => (
          <a href={held.href} className="link font-[640]">
            {words}
          </a>
        ),
      })}
    </p>
  );
}

/** The same in the bar at the foot of a phone or tablet, where that stands for the choice further down. */
export function OpenHoldBar({ held }: { held: OpenHold }) {
  const t = useTranslations('picker');
  return (
    <>
      <p className="text-15 desk:hidden">
        {t.rich('openBar', { count: held.count, time: () => <ViewerClock instant={new Date(held.until)} /> })}
      </p>
      <a href={held.href} className={`${buttonClass()} desk:hidden`}>
        {t('toCheckout')}
      </a>
    </>
  );
}
