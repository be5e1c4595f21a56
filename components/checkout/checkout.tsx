'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useRef, useState, useTransition } from 'react';
import { Button, buttonClass } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { ViewerClock } from '../ui/viewer-clock.tsx';
import type { CheckoutActions } from './action-answers.ts';
import { type CheckoutBooking, CheckoutForm } from './checkout-form.tsx';
import { Countdown } from './countdown.tsx';
import { forgetHold, rememberHold } from './open-hold.ts';
import type { PaymentSetup } from './payment-element.tsx';
import { PromoCode } from './promo-code.tsx';
import { useTrueClock } from './use-true-clock.ts';

// messages: errors.*

export type HoldTime = {
  millisecondsLeft: number;
  wholeMilliseconds: number;
  /** When the places go back. */
  until: Date;
  canExtend: boolean;
};

/** The checkout: form at the left, time and sum at the right; on a phone the time comes first. */
export function Checkout({
  booking,
  payment,
  time,
  promoCode,
  eventHref,
  actions,
  summary,
  terms,
}: {
  booking: CheckoutBooking;
  payment: PaymentSetup | null;
  time: HoldTime;
  /** Null where none may be used any more; else the one that is applied. */
  promoCode: { applied: string | null } | null;
  eventHref: string;
  actions: CheckoutActions;
  summary: ReactNode;
  /** Who is let in, what is given back and until when: part of the summary, in sight where a phone folds that. */
  terms: ReactNode;
}) {
  const t = useTranslations('checkout');
  const words = useTranslations('errors');
  const [over, setOver] = useState(time.millisecondsLeft <= 0);
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, startTransition] = useTransition();
  const { holdState } = actions;
  const timeIsUp = useTrueClock(time, holdState, over, setOver);
  const clock = useRef<HTMLDivElement>(null);

  useEffect(() => {
    // What was being filled in is closed: the reason has to be seen, wherever on the page somebody is.
    if (over) clock.current?.focus();
  }, [over]);

  useEffect(() => {
    const { id } = booking.event;
    const until = Date.now() + time.millisecondsLeft;
    if (over) forgetHold(id);
    else rememberHold(id, { href: window.location.pathname, count: booking.tickets.length, until });
  }, [booking.event, booking.tickets.length, time.millisecondsLeft, over]);

  const ask = (action: () => ReturnType<CheckoutActions['extend' | 'holdAgain']>) =>
    startTransition(async () => {
      const answer = await action();
      setProblem(answer.ok ? null : words(answer.code, answer.values));
      if (answer.ok && 'href' in answer) {
        forgetHold(booking.event.id);
        window.location.assign(answer.href);
      }
      // What was pressed may be gone now; the clock tells what came of it.
      else clock.current?.focus();
    });

  return (
    <div className="grid gap-x-10 gap-y-8 desk:grid-cols-[minmax(0,1fr)_380px]">
      <aside className="max-desk:contents desk:sticky desk:top-5 desk:col-start-2 desk:row-start-1 desk:self-start">
        <div
          ref={clock}
          tabIndex={-1}
          className={`scroll-mt-5 outline-none ${over ? '' : 'hold-clock max-desk:[@media(min-height:500px)]:sticky max-desk:top-0 max-desk:z-10'}`}
        >
          {over ? (
            <Notice
              kind="warn"
              role="alert"
              title={problem === null ? t('expired.title') : t('expired.refused')}
            >
              <p>{problem ?? t('expired.text')}</p>
              <p className="mt-3 flex flex-wrap gap-3">
                <Button size="small" disabled={pending} onClick={() => ask(actions.holdAgain)}>
                  {t(pending ? 'expired.trying' : 'expired.again')}
                </Button>
                <a href={eventHref} className={buttonClass({ variant: 'line', size: 'small' })}>
                  {t('expired.event')}
                </a>
              </p>
            </Notice>
          ) : (
            <Countdown
              key={time.until.getTime()}
              millisecondsLeft={time.millisecondsLeft}
              wholeMilliseconds={time.wholeMilliseconds}
              title={booking.event.title}
              onOver={timeIsUp}
            >
              {t.rich('countdown.until', { time: () => <ViewerClock instant={time.until} /> })}{' '}
              {time.canExtend ? (
                <button
                  type="button"
                  className="min-h-11 font-[640] underline underline-offset-[3px] hover:decoration-2"
                  disabled={pending}
                  onClick={() => ask(actions.extend)}
                >
                  {t('countdown.extend')}
                </button>
              ) : null}
            </Countdown>
          )}
          <p role="alert" className="mt-2 text-15 font-[560] text-bad empty:hidden">
            {over ? null : problem}
          </p>
        </div>
        <div className="desk:mt-6">
          <div className="max-desk:hidden">{summary}</div>
          {/* On a phone what was chosen is one line, so that the form is on the first screen. */}
          <details className="border-y border-hairline desk:hidden">
            <summary className="flex min-h-12 cursor-pointer items-center justify-between gap-4 font-[620]">
              <span className="link">{t('chosen', { count: booking.tickets.length })}</span>
              <span className="tabular-nums">{booking.total ?? t('summary.free')}</span>
            </summary>
            <div className="pb-4">{summary}</div>
          </details>
          <p className="mt-3 text-t1 text-ink-2 desk:hidden [overflow-wrap:anywhere]">{terms}</p>
          {over || promoCode === null ? null : (
            <div className="mt-4">
              <PromoCode applied={promoCode.applied} action={actions.applyPromoCode} />
            </div>
          )}
        </div>
      </aside>
      <div className="desk:col-start-1 desk:row-start-1">
        <CheckoutForm
          booking={booking}
          payment={payment}
          actions={actions}
          until={time.until}
          over={over}
          onOver={timeIsUp}
        />
        {over ? null : (
          <button
            type="button"
            className="link mt-4 min-h-11 text-15"
            disabled={pending}
            onClick={() => ask(actions.giveBack)}
          >
            {t(pending ? 'givingBack' : 'giveBack')}
          </button>
        )}
      </div>
    </div>
  );
}
