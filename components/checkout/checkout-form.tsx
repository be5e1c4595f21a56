'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { useForm } from 'react-hook-form';
import { Link } from '#lib/i18n/navigation.ts';
import { type StartPaymentInput, startPaymentSchema } from '#lib/payments/start-payment.schema.ts';
import { Button } from '../ui/button.tsx';
import { CheckField, TextField } from '../ui/field.tsx';
import { Notice } from '../ui/notice.tsx';
import { ViewerClock } from '../ui/viewer-clock.tsx';
import type { CheckoutActions, Refused } from './action-answers.ts';
import { AttendeeFields } from './attendee-fields.tsx';
import { FieldProblems } from './field-problems.tsx';
import { useFieldWords } from './field-words.ts';
import { FormSection } from './form-section.tsx';
import { forgetHold } from './open-hold.ts';
import { CardFields, type CardPayment, type PaymentSetup } from './payment-element.tsx';
import { suggestEmail } from './suggest-email.ts';
import { fieldIds, useTypedValues } from './use-typed-values.ts';

// messages: errors.*

export type CheckoutBooking = {
  reference: string;
  event: { id: string; title: string };
  organizer: string;
  /** What to pay, written out; null when nothing. */
  total: string | null;
  tickets: { key: string; ticketTypeId: string; ticketType: string }[];
  /** What is known already. */
  buyer: { name: string; email: string };
  attendees: { name: string; email: string }[];
  /** What the bank said the last time, when it said no. */
  declined: string | null;
  /** A payment was begun, and the bank's question was not answered. */
  unfinished: boolean;
  /** Where the bank sends the buyer back to. */
  returnUrl: string;
  /** Where a confirmed booking is shown. */
  doneHref: string;
};

/** What stood in the way of paying. After a `declined` or an `unfinished` try the hold's end is said beside it. */
type Trouble =
  | { kind: 'declined'; text: string }
  | { kind: 'unfinished' }
  | { kind: 'refused'; text: string };

type Props = {
  booking: CheckoutBooking;
  /** Null when nothing is to be paid. */
  payment: PaymentSetup | null;
  actions: Pick<CheckoutActions, 'start' | 'settle'>;
  /** When the places go back. A try to pay moves it. */
  until: Date;
  /** The time is up: typed values stay, nothing can be sent. */
  over: boolean;
  /** The server says that the time is up. */
  onOver: () => void;
};

/** Who buys, who is coming, and paying. What was typed survives every refusal, and the end of the hold as well. */
export function CheckoutForm(props: Props) {
  if (!props.payment) return <Fields {...props} card={null} cardFields={null} />;
  return (
    <CardFields setup={props.payment}>
      {(card, cardFields) => <Fields {...props} card={card} cardFields={cardFields} />}
    </CardFields>
  );
}

function Fields({
  booking,
  payment,
  actions,
  until,
  over,
  onOver,
  card,
  cardFields,
}: Props & { card: CardPayment | null; cardFields: React.ReactNode }) {
  const needsCard = payment !== null;
  const t = useTranslations('checkout');
  const words = useTranslations('errors');
  const problem = useFieldWords();
  const form = useForm<StartPaymentInput>({
    resolver: zodResolver(startPaymentSchema),
    defaultValues: {
      buyerName: booking.buyer.name,
      buyerEmail: booking.buyer.email,
      attendees: booking.tickets.map(({ ticketTypeId }, index) => ({
        ticketTypeId,
        name: booking.attendees[index]?.name ?? '',
        email: booking.attendees[index]?.email ?? '',
      })),
      marketingConsent: false,
    },
  });
  const { register, handleSubmit, setValue, watch, formState } = form;
  const { errors, isSubmitting, submitCount } = formState;
  const [trouble, setTrouble] = useState<Trouble | null>(() => {
    if (booking.declined) return { kind: 'declined', text: booking.declined };
    return booking.unfinished ? { kind: 'unfinished' } : null;
  });
  const [leaving, setLeaving] = useState(false);
  const troubleBox = useRef<HTMLDivElement>(null);

  const [same, setSame] = useTypedValues(form, booking, leaving);

  const refuse = ({ code, values }: Refused) => {
    setTrouble({ kind: 'refused', text: words(code, values) });
    if (code === 'hold_expired') onOver();
  };

  async function send(input: StartPaymentInput): Promise<void> {
    setTrouble(null);
    if (needsCard && !(await card?.check())) return;
    const started = await actions.start(input);
    if (!started.ok) return refuse(started);
    if (card && started.clientSecret) {
      const answer = await card.confirm(started.clientSecret, booking.returnUrl);
      // Whether we hear of it at once changes nothing: the webhook tells us too.
      const unpaid = await actions.settle().catch(() => false);
      if (answer.kind === 'no') return setTrouble({ kind: 'declined', text: answer.words });
      if (answer.kind === 'unconfirmed') return setTrouble({ kind: 'unfinished' });
      if (answer.kind === 'lost' && unpaid) {
        return refuse({ ok: false, code: 'payment_unavailable', values: {} });
      }
    }
    setLeaving(true);
    forgetHold(booking.event.id);
    // A whole new page: what this one was allowed to load for paying ends here.
    window.location.assign(`${booking.doneHref}${card ? '?confirming' : ''}`);
  }

  useEffect(() => {
    // Back from the bank by the Back button: the page comes as it was left, waiting for an answer that never comes.
    const returned = (event: PageTransitionEvent) => {
      if (event.persisted) window.location.reload();
    };
    window.addEventListener('pageshow', returned);
    return () => window.removeEventListener('pageshow', returned);
  }, []);

  useEffect(() => {
    if (trouble) troubleBox.current?.focus();
  }, [trouble]);

  const suggestion = suggestEmail(watch('buyerEmail'));
  const busy = isSubmitting || leaving;
  return (
    <form
      noValidate
      aria-busy={busy}
      onSubmit={(event) => {
        event.preventDefault();
        if (busy || over) return;
        handleSubmit(send)(event).catch(() => refuse({ ok: false, code: 'unexpected', values: {} }));
      }}
      className="grid gap-11 noscript:[&>fieldset]:hidden"
    >
      <noscript>
        <Notice kind="warn" title={t('needsScript')} />
      </noscript>
      <FormSection title={t('you')} hint={t('noAccount')}>
        <div className="grid gap-5 tablet:grid-cols-2">
          <TextField
            {...register('buyerName')}
            id={fieldIds.buyerName}
            label={t('fullName')}
            autoComplete="name"
            error={problem(errors.buyerName?.message, 'name')}
          />
          <div>
            <TextField
              {...register('buyerEmail')}
              id={fieldIds.buyerEmail}
              label={t('email')}
              type="email"
              inputMode="email"
              autoComplete="email"
              autoCapitalize="none"
              spellCheck={false}
              hint={t('emailHint')}
              error={problem(errors.buyerEmail?.message, 'email')}
            />
            <p aria-live="polite" className="text-15 text-warn">
              {suggestion ? (
                <>
                  {t('suggestion')}{' '}
                  <button
                    type="button"
                    className="link min-h-11 [overflow-wrap:anywhere]"
                    onClick={() => setValue('buyerEmail', suggestion, { shouldValidate: true })}
                  >
                    {suggestion}?
                  </button>
                </>
              ) : null}
            </p>
          </div>
        </div>
      </FormSection>

      <FormSection title={t('who')} hint={t('whoHint')}>
        <AttendeeFields
          tickets={booking.tickets}
          same={same}
          onSame={setSame}
          register={register}
          setValue={setValue}
          watch={watch}
          errors={errors}
        />
      </FormSection>

      {/* Never taken away while a payment is under way: its answer comes to this form. */}
      {over && !busy ? null : (
        <FormSection
          title={booking.total === null ? t('confirm') : t('pay')}
          hint={booking.total === null ? t('freeHint') : t('payHint', { total: booking.total })}
        >
          {cardFields}
          <div className="mt-4">
            <CheckField
              {...register('acceptTerms')}
              id={fieldIds.terms}
              label={t.rich(booking.total === null ? 'termsFree' : 'terms', {
                organizer: booking.organizer,
                terms: (words) => (
                  <Link href="/terms" target="_blank" className="link">
                    {words}
                  </Link>
                ),
              })}
              error={problem(errors.acceptTerms?.message)}
            />
            <CheckField
              {...register('marketingConsent')}
              id={fieldIds.marketing}
              label={t('marketing', { organizer: booking.organizer })}
            />
          </div>
          <div ref={troubleBox} tabIndex={-1} role="alert" className="mt-3 outline-none empty:hidden">
            {trouble ? <TroubleNotice trouble={trouble} until={until} /> : null}
            {submitCount > 0 && !trouble ? (
              <FieldProblems errors={errors} tickets={booking.tickets} same={same} />
            ) : null}
          </div>
          <Button type="submit" size="big" wide className="mt-5" disabled={busy || (needsCard && !card)}>
            {busy
              ? leaving
                ? t('confirming')
                : booking.total === null
                  ? t('working')
                  : t('paying', { total: booking.total })
              : booking.total === null
                ? t('submitFree', { count: booking.tickets.length })
                : t('submit', { total: booking.total })}
          </Button>
          {booking.total === null ? null : <p className="mt-3 text-t1 text-ink-2">{t('reassurance')}</p>}
        </FormSection>
      )}
    </form>
  );
}

function TroubleNotice({ trouble, until }: { trouble: Trouble; until: Date }) {
  const t = useTranslations('checkout');
  const time = () => <ViewerClock instant={until} />;
  switch (trouble.kind) {
    case 'declined':
      return (
        <Notice kind="bad" title={t('declined')}>
          {trouble.text} {t.rich('declinedNext', { time })}
        </Notice>
      );
    case 'unfinished':
      return (
        <Notice kind="bad" title={t('unfinished.title')}>
          {t.rich('unfinished.text', { time })}
        </Notice>
      );
    case 'refused':
      return (
        <Notice kind="bad" title={t('failed')}>
          {trouble.text}
        </Notice>
      );
  }
}
