import { useLocale, useTranslations } from 'next-intl';
import { formatTime } from '#lib/time.ts';
import type { ShapeName } from '../ui/shape.tsx';
import { Status, type Tone } from '../ui/status.tsx';
import type { SalesState } from './sales-state.ts';

/** The shape and the colour of each state. */
export const looks: Record<SalesState['kind'], { shape: ShapeName; tone: Tone }> = {
  on_sale: { shape: 'circle', tone: 'ok' },
  few_left: { shape: 'half', tone: 'warn' },
  not_yet: { shape: 'diamond', tone: 'accent' },
  all_in_carts: { shape: 'hourglass', tone: 'mute' },
  sold_out: { shape: 'square', tone: 'mute' },
  ended: { shape: 'bar', tone: 'mute' },
  stopped: { shape: 'bar', tone: 'bad' },
  postponed: { shape: 'hourglass', tone: 'warn' },
  cancelled: { shape: 'cross', tone: 'bad' },
  past: { shape: 'bar', tone: 'mute' },
};

/** The state of sales in a shape and a word. */
export function SalesStatus({
  state,
  timezone,
  onTint = false,
}: {
  state: SalesState;
  timezone: string;
  onTint?: boolean;
}) {
  // messages: sales.state.*
  const t = useTranslations('sales.state');
  const locale = useLocale();
  const look = looks[state.kind];
  return (
    <Status shape={look.shape} tone={onTint ? 'plain' : look.tone}>
      {state.kind === 'few_left' && t('few_left', { left: state.left })}
      {state.kind === 'not_yet' &&
        t('not_yet', { from: formatTime(state.from, timezone, locale, 'dayTime') })}
      {state.kind !== 'few_left' && state.kind !== 'not_yet' && t(state.kind)}
    </Status>
  );
}
