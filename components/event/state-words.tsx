import { useTranslations } from 'next-intl';
import { Shape } from '../ui/shape.tsx';
import type { SalesState } from './sales-state.ts';
import { looks } from './sales-status.tsx';

/** States that come before everything else there is to say about an event. */
export type LoudState = Exclude<SalesState['kind'], 'on_sale' | 'few_left' | 'not_yet'>;

/** The state when it is one of those, else null. */
export function loudState(state: SalesState): LoudState | null {
  return state.kind === 'on_sale' || state.kind === 'few_left' || state.kind === 'not_yet'
    ? null
    : state.kind;
}

/** The word for the state, large and with its shape, and what happened; stands above the lead. */
export function StateWords({
  state,
  reason,
  language,
}: {
  state: LoudState;
  /** The organizer's own words. */
  reason: string | null;
  /** Of the reason, a BCP 47 tag. */
  language: string;
}) {
  const t = useTranslations('event');
  const said = (state === 'cancelled' || state === 'postponed') && reason !== null;
  return (
    <div className="grid gap-2.5 pb-4">
      <p className="display-t4 flex items-center gap-[11px]">
        <Shape name={looks[state].shape} className="size-[18px]" />
        {t(`state.${state}`)}
      </p>
      {said ? (
        <p className="lead">{t.rich('panel.reason', { reason: () => <q lang={language}>{reason}</q> })}</p>
      ) : null}
      {state === 'past' ? <p className="lead">{t('pastText')}</p> : null}
    </div>
  );
}
