'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { FormNotice } from '../ui/form-answer.tsx';
import { useFold } from '../ui/use-fold.ts';
import { type FormAction, useFormAction } from '../ui/use-form-action.ts';

/** What a form of a ticket sends along: its code, and the booking by whose key it is opened, if it is. */
export type TicketIds = { ticket: string; booking: string };

export type TicketActions = { rename: FormAction; offer: FormAction; withdraw: FormAction };

/**
 * What whoever has a ticket may do with it, below it: the name on it, and handing it on. Folded away, and opened without
 * a script as well.
 */
export function TicketTools({
  ids,
  name,
  offer,
  renaming,
  handingOn,
  actions,
}: {
  ids: TicketIds;
  /** On the ticket. */
  name: string;
  /** An offer that is open, with its end in words. */
  offer: { toName: string; toEmail: string; until: string } | null;
  /** Until when, in words; null when it cannot be changed. */
  renaming: string | null;
  /** Whether it can be handed on now. */
  handingOn: boolean;
  actions: TicketActions;
}) {
  // Kept here, because the form that was sent gives way to the other one: what came of it has to be read all the same.
  const offering = useFormAction(actions.offer);
  const withdrawing = useFormAction(actions.withdraw);
  if (renaming === null && !handingOn && offer === null) return null;
  const last = offer ? offering : withdrawing;
  return (
    <div className="no-print max-w-[880px] border-x border-b border-hairline px-[18px] max-tablet:max-w-[420px] tablet:px-7">
      {last.answer?.kind === 'done' ? (
        <div className="pt-4 pb-2">
          <FormNotice answer={last.answer} notice={last.notice} failed="" />
        </div>
      ) : null}
      {offer ? <OpenOffer ids={ids} offer={offer} state={withdrawing} /> : null}
      {renaming === null ? null : (
        <RenameForm ids={ids} name={name} until={renaming} action={actions.rename} />
      )}
      {handingOn && offer === null ? <OfferForm ids={ids} state={offering} /> : null}
    </div>
  );
}

type FormState = ReturnType<typeof useFormAction>;

/** Open from the start where a form asks for more, without a script as well; closed when it is done. */
function Fold({
  title,
  answer,
  children,
}: {
  title: string;
  answer: FormState['answer'];
  children: ReactNode;
}) {
  const open = answer !== null && answer.kind !== 'done';
  return (
    <details
      ref={useFold(answer)}
      open={open || undefined}
      className="border-t border-hairline first:border-t-0"
    >
      <summary className="link flex min-h-11 w-fit cursor-pointer items-center font-[640]">{title}</summary>
      <div className="pt-2 pb-6">{children}</div>
    </details>
  );
}

function Ids({ ids }: { ids: TicketIds }) {
  return (
    <>
      <input type="hidden" name="ticket" value={ids.ticket} />
      <input type="hidden" name="booking" value={ids.booking} />
    </>
  );
}

function RenameForm({
  ids,
  name,
  until,
  action,
}: {
  ids: TicketIds;
  name: string;
  until: string;
  action: FormAction;
}) {
  const t = useTranslations('holder.rename');
  const { form, submit, notice, answer, pending, send, typed, problem } = useFormAction(action);
  const said = <FormNotice answer={answer} notice={notice} failed={t('failed')} />;
  return (
    <>
      {answer?.kind === 'done' ? <div className="pt-4 pb-2">{said}</div> : null}
      <Fold title={t('title')} answer={answer}>
        <form ref={form} action={submit} onSubmit={send} noValidate className="grid max-w-[560px] gap-4">
          {answer?.kind === 'done' ? null : said}
          <Ids ids={ids} />
          <TextField
            id={`name-${ids.ticket}`}
            name="name"
            label={t('name')}
            hint={t('until', { when: until })}
            autoComplete="off"
            maxLength={200}
            defaultValue={typed('name', name)}
            error={problem('name')}
          />
          <div>
            <Button type="submit" variant="line" disabled={pending}>
              {pending ? t('pending') : t('submit')}
            </Button>
          </div>
        </form>
      </Fold>
    </>
  );
}

function OfferForm({ ids, state }: { ids: TicketIds; state: FormState }) {
  const t = useTranslations('holder.offer');
  const { form, submit, notice, answer, pending, send, typed, problem } = state;
  const refused = answer?.kind === 'done' ? null : answer;
  return (
    <Fold title={t('title')} answer={refused}>
      <form ref={form} action={submit} onSubmit={send} noValidate className="grid gap-4">
        <p className="max-w-[56ch] text-15 text-ink-2">{t('text')}</p>
        <FormNotice answer={refused} notice={notice} failed={t('failed')} />
        <Ids ids={ids} />
        <div className="grid items-start gap-x-6 gap-y-4 tablet:grid-cols-2">
          <TextField
            id={`to-name-${ids.ticket}`}
            name="name"
            label={t('name')}
            autoComplete="off"
            maxLength={200}
            defaultValue={typed('name')}
            error={problem('name')}
          />
          <TextField
            id={`to-email-${ids.ticket}`}
            name="email"
            type="email"
            inputMode="email"
            label={t('email')}
            autoComplete="off"
            autoCapitalize="off"
            maxLength={320}
            defaultValue={typed('email')}
            error={problem('email')}
          />
        </div>
        <div>
          <Button type="submit" disabled={pending}>
            {pending ? t('pending') : t('submit')}
          </Button>
        </div>
      </form>
    </Fold>
  );
}

function OpenOffer({
  ids,
  offer,
  state,
}: {
  ids: TicketIds;
  offer: { toName: string; toEmail: string; until: string };
  state: FormState;
}) {
  const t = useTranslations('holder.open');
  const { form, submit, notice, answer, pending, send } = state;
  return (
    <form
      ref={form}
      action={submit}
      onSubmit={send}
      className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 py-3"
    >
      <Ids ids={ids} />
      <p className="min-w-0 grow text-15 [overflow-wrap:anywhere]">
        <b className="font-[660]">{t('title', { name: offer.toName })}</b>{' '}
        {t('text', { email: offer.toEmail, until: offer.until })}
      </p>
      <Button type="submit" variant="line" size="small" disabled={pending}>
        {pending ? t('pending') : t('withdraw')}
      </Button>
      <FormNotice answer={answer?.kind === 'done' ? null : answer} notice={notice} failed={t('failed')} />
    </form>
  );
}
