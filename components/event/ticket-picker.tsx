'use client';

import { type Messages, useLocale, useTranslations } from 'next-intl';
import { startTransition, useActionState, useEffect, useEffectEvent, useRef, useState } from 'react';
import { formatMoney } from '#lib/money.ts';
import { formatTime } from '#lib/time.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { Notice } from '../ui/notice.tsx';
import { type Choice, countTickets, offerInstead, stillToBeHad, typedQuantity } from './choose-tickets.ts';
import { OpenHoldBar, OpenHoldNote } from './open-hold-note.tsx';
import { quantityField } from './parse-choice.ts';
import { isOpen, type SalesState } from './sales-state.ts';
import { SalesStatus } from './sales-status.tsx';
import { Stepper } from './stepper.tsx';
import { useOpenHold } from './use-open-hold.ts';

export type PickerTicketType = {
  id: string;
  name: string;
  note: string;
  /** Minor units for one ticket, fee included. */
  price: number;
  state: SalesState;
  salesEndAt: Date;
  minPerBooking: number;
  /** The most one booking can have now. */
  most: number;
  /** Whether that is so because no more are left. */
  last: boolean;
};

/** What the action answers when nothing could be held: why, also in words, and what had been chosen. */
export type HoldRefusal = {
  code: keyof Messages['errors'];
  values: Record<string, string | number>;
  /** Formed where the refusal is: every sentence it could be would otherwise stand in the page. */
  words: string;
  choice: Choice;
  promoCode: string;
};

export type HoldAction = (last: HoldRefusal | null, form: FormData) => Promise<HoldRefusal | null>;

export type PickerEvent = {
  id: string;
  currency: string;
  timezone: string;
  /** Of the ticket types' names and notes, a BCP 47 tag. */
  language: string;
  maxPerBuyer: number | null;
  /** The most of one type in one booking, where that is the same for all. */
  maxPerType: number | null;
  takesPromoCodes: boolean;
};

/**
 * Choose tickets and hold them. Works as a plain form before and without its script; with it, the total is counted as
 * one goes. On phones and tablets the total and the button stay at the foot of the screen.
 */
export function TicketPicker({
  event,
  types,
  leftInAll,
  action,
}: {
  event: PickerEvent;
  types: readonly PickerTicketType[];
  /** How many are left of all types together when they are few, else null. */
  leftInAll: number | null;
  action: HoldAction;
}) {
  const { currency, timezone, language, maxPerBuyer, maxPerType } = event;
  const t = useTranslations('picker');
  const locale = useLocale();
  const [refusal, hold, pending] = useActionState(action, null);
  const [chosen, setChoice] = useState<Choice>(refusal?.choice ?? {});
  const [nothingChosen, setNothingChosen] = useState(false);
  const held = useOpenHold(event.id);
  const form = useRef<HTMLFormElement>(null);
  const answer = useRef<HTMLDivElement>(null);

  // What was chosen before this script was there, or what the browser kept of a visit before, counts as well.
  const whenReady = useEffectEvent(() => {
    if (!form.current) return;
    form.current.dataset.awake = '';
    const fields = new FormData(form.current);
    const typed: [string, number][] = types.map(({ id, minPerBooking: min, most: max }) => {
      const value = fields.get(quantityField(id));
      return [id, typeof value === 'string' ? typedQuantity(value, { min, max }) : 0];
    });
    setChoice(Object.fromEntries(typed));
  });
  useEffect(() => whenReady(), []);
  // There the button is at the foot of the screen and the answer may stand far above or below it.
  useEffect(() => {
    if (isAboutCode(refusal)) form.current?.querySelector<HTMLInputElement>('[name=promoCode]')?.focus();
    if (refusal !== null || nothingChosen) answer.current?.scrollIntoView({ block: 'nearest' });
  }, [refusal, nothingChosen]);

  const choice = stillToBeHad(chosen, types);
  const sayOnce = leftInAll !== null && types.filter((type) => isOpen(type.state)).length > 1;
  const count = countTickets(choice);
  const total = types.reduce((sum, type) => sum + type.price * (choice[type.id] ?? 0), 0);

  /** Nobody has to pay for what is chosen, or for anything that can be. */
  const free = count > 0 ? total === 0 : types.every((type) => type.price === 0);
  const cheapest = Math.min(...types.filter((type) => type.most > 0).map((type) => type.price));
  // Nothing is chosen: that bar leads to the choice first. Without its script it has to send the form.
  const unlessChosen = count === 0 ? 'max-desk:hidden max-desk:noscript:inline-flex' : '';

  // Nothing is chosen here, but something waits to be paid.
  const resume = count === 0 ? held : null;

  function take(offer: Choice, withoutCode = false) {
    if (!form.current) return;
    setChoice(offer);
    const data = new FormData(form.current);
    if (withoutCode) data.delete('promoCode');
    for (const type of types) data.set(quantityField(type.id), String(offer[type.id] ?? 0));
    startTransition(() => hold(data));
  }

  return (
    <form
      ref={form}
      action={hold}
      aria-busy={pending}
      className="desk:flex desk:min-h-0 desk:flex-col"
      onSubmit={(submit) => {
        setNothingChosen(count === 0);
        if (count > 0 && !pending) return;
        submit.preventDefault();
        if (count > 0) return;
        // The notice is what has to be seen; it scrolls into view by itself.
        const more = form.current?.querySelector<HTMLButtonElement>('ul button:not([aria-disabled=true])');
        more?.focus({ preventScroll: true });
        answer.current?.scrollIntoView({ block: 'nearest' });
      }}
    >
      <input type="hidden" name="eventId" value={event.id} />
      {held ? <OpenHoldNote held={held} /> : null}
      <div className="desk:-mx-1.5 desk:min-h-0 desk:overflow-y-auto desk:px-1.5">
        <ul>
          {types.map((type) => (
            <li
              key={type.id}
              className="grid grid-cols-[1fr_auto] items-start gap-x-4 gap-y-0.5 border-t border-hairline py-4"
            >
              <h3
                lang={language}
                className={`text-17 leading-[1.3] text-balance [overflow-wrap:anywhere] ${isOpen(type.state) ? 'font-[660]' : 'font-[560] text-ink-3'}`}
              >
                {type.name}
              </h3>
              <p
                className={`text-end text-17 tabular-nums ${isOpen(type.state) ? 'font-[660]' : 'font-[560] text-ink-3'}`}
              >
                {type.price === 0 ? t('free') : formatMoney(type.price, currency, locale)}
              </p>
              <p className="max-w-[26ch] text-t1 leading-[1.4] text-ink-2">
                <span lang={language}>{type.note}</span>
                {type.state.kind === 'few_left' && !(sayOnce && type.state.left === leftInAll) ? (
                  <span className="block">{t('left', { left: type.state.left })}</span>
                ) : null}
                {type.state.kind === 'ended' ? (
                  <span className="block">
                    {t('ended', { day: formatTime(type.salesEndAt, timezone, locale, 'day') })}
                  </span>
                ) : null}
                {isOpen(type.state) && type.most > 0 && (choice[type.id] ?? 0) >= type.most ? (
                  <span className="block font-[620]">
                    {t(type.last ? 'last' : 'most', { most: type.most })}
                  </span>
                ) : null}
                {isOpen(type.state) && type.minPerBooking > 1 ? (
                  <span className="block">{t('minimum', { minimum: type.minPerBooking })}</span>
                ) : null}
              </p>
              <div className="mt-1.5 justify-self-end">
                {isOpen(type.state) ? (
                  <Stepper
                    name={quantityField(type.id)}
                    label={t('quantity', { ticketType: type.name })}
                    less={t('less', { ticketType: type.name })}
                    more={t('more', { ticketType: type.name })}
                    quantity={choice[type.id] ?? 0}
                    limits={{ min: type.minPerBooking, max: type.most }}
                    disabled={pending}
                    onChange={(quantity) => {
                      setNothingChosen(false);
                      setChoice((now) => ({ ...now, [type.id]: quantity }));
                    }}
                  />
                ) : (
                  <SalesStatus state={type.state} timezone={timezone} />
                )}
              </div>
            </li>
          ))}
        </ul>

        {sayOnce ? (
          <p className="border-t border-hairline py-3 text-t1 text-ink-2">
            {t('leftInAll', { left: leftInAll })}
          </p>
        ) : null}

        {event.takesPromoCodes ? (
          <details open={refusal?.promoCode ? true : undefined} className="border-t border-hairline">
            <summary className="link flex min-h-11 list-none items-center text-15">{t('promo.ask')}</summary>
            <div className="pb-4">
              <TextField
                id="promo-code"
                name="promoCode"
                label={t('promo.label')}
                hint={t('promo.hint')}
                error={isAboutCode(refusal) && !pending ? refusal?.words : undefined}
                defaultValue={refusal?.promoCode ?? ''}
                autoComplete="off"
                autoCapitalize="characters"
                spellCheck={false}
                maxLength={64}
              />
            </div>
          </details>
        ) : null}

        <div ref={answer} aria-live="polite" className="scroll-mb-6 empty:hidden">
          {nothingChosen ? <Notice kind="warn" title={t('nothingChosen')} /> : null}
          {refusal && !pending && !nothingChosen && !isAboutCode(refusal) ? (
            <Refusal refusal={refusal} types={types} choice={choice} onTake={take} />
          ) : null}
          {isAboutCode(refusal) && !pending && count > 0 ? (
            <Notice kind="warn" title={t('promo.refused')}>
              <Button size="small" variant="line" className="mt-2" onClick={() => take(choice, true)}>
                {t('promo.without', { count })}
              </Button>
            </Notice>
          ) : null}
        </div>
      </div>

      <noscript>
        <p className="border-t border-hairline py-3 text-15 text-warn">{t('needsScript')}</p>
      </noscript>

      <div className="foot-bar desk:mt-4 desk:border-t-[1.5px]">
        <p
          className={`flex max-desk:flex-col desk:items-baseline desk:justify-between desk:py-4 ${resume ? 'max-desk:hidden' : ''}`}
          aria-live="polite"
        >
          {count === 0 ? (
            <>
              {cheapest === 0 ? null : (
                <span className="text-t1 text-ink-2 desk:hidden noscript:hidden">{t('from')}</span>
              )}
              <span className="display-t3 tabular-nums desk:hidden noscript:hidden">
                {cheapest === 0 ? t('free') : formatMoney(cheapest, currency, locale)}
              </span>
            </>
          ) : null}
          <span className={`max-desk:text-t1 max-desk:text-ink-2 ${unlessChosen}`}>
            {free ? t('sumFree', { count }) : t('sum', { count })}
          </span>
          {count === 0 ? null : (
            <output className="max-desk:display-t3 desk:display-t4 tabular-nums">
              {free ? t('free') : formatMoney(total, currency, locale)}
            </output>
          )}
        </p>
        {resume ? <OpenHoldBar held={resume} /> : null}
        {count === 0 && !resume ? (
          // The choice stands further down the page than this bar.
          <a href="#tickets" className={`${buttonClass()} desk:hidden noscript:hidden`}>
            {t('choose')}
          </a>
        ) : null}
        <Button
          type="submit"
          size="big"
          variant={count === 0 ? 'line' : 'filled'}
          aria-disabled={pending}
          className={`max-desk:min-h-12 max-desk:text-t2 desk:w-full ${unlessChosen}`}
        >
          {pending ? t('holding') : t('hold', { count })}
        </Button>
      </div>
      <p className="mt-3 text-t1 text-ink-2">
        {free ? t('heldFree') : t('held')}{' '}
        {maxPerBuyer === null ? null : t('maxPerBuyer', { limit: maxPerBuyer })}
        {maxPerBuyer === null && maxPerType !== null
          ? t('maxPerType', { limit: maxPerType, types: types.length })
          : null}
      </p>
    </form>
  );
}

/** True when nothing was held because of the promo code alone. */
const isAboutCode = (refusal: HoldRefusal | null) => refusal?.code.startsWith('promo_') ?? false;

/** Why nothing was held, in words, and what can be had instead with one press. */
function Refusal({
  refusal,
  types,
  choice,
  onTake,
}: {
  refusal: HoldRefusal;
  types: readonly PickerTicketType[];
  /** What is chosen now: of what was, as much as can still be had. */
  choice: Choice;
  onTake: (offer: Choice) => void;
}) {
  const t = useTranslations('picker');
  const left = Number(refusal.values.left ?? 0);
  const type = types.find((one) => one.name === refusal.values.ticketType);
  const offer =
    refusal.code === 'not_enough_left' && type && left > 0
      ? offerInstead(refusal.choice, type.id, left)
      : null;
  return (
    <Notice kind="warn" title={refusal.words}>
      {offer && countTickets(offer) !== countTickets(choice) ? (
        <Button size="small" className="mt-2" onClick={() => onTake(offer)}>
          {t('take', { count: countTickets(offer) })}
        </Button>
      ) : null}
    </Notice>
  );
}
