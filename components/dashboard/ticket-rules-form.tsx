'use client';

import { useTranslations } from 'next-intl';
import { Button } from '../ui/button.tsx';
import { CheckField, TextField } from '../ui/field.tsx';
import { FormNotice } from '../ui/form-answer.tsx';
import { type FormAction, useFormAction } from '../ui/use-form-action.ts';

/** Changes what holders of an event's tickets may do with them. */
export function TicketRulesForm({
  action,
  organizer,
  event,
  zone,
  before,
}: {
  action: FormAction;
  /** Slug, and the event's id: which ones. */
  organizer: string;
  event: string;
  /** The event's own, as readers know it. */
  zone: string;
  before: {
    /** As the field wants it, on the event's clock: 2027-03-12T20:00; empty for none. */
    namesChangeableUntil: string;
    transfersAllowed: boolean;
  };
}) {
  const t = useTranslations('ticketRules');
  const { form, submit, notice, answer, pending, send, typed, problem } = useFormAction(action);
  const again = answer?.kind === 'refused' || answer?.kind === 'incomplete';
  return (
    <form ref={form} action={submit} onSubmit={send} noValidate className="grid gap-5">
      <FormNotice answer={answer} notice={notice} failed={t('failed')} />
      <input type="hidden" name="organizer" value={organizer} />
      <input type="hidden" name="event" value={event} />
      <TextField
        id="namesChangeableUntil"
        name="namesChangeableUntil"
        type="datetime-local"
        label={t('names')}
        hint={t('namesHint', { zone })}
        error={problem('namesChangeableUntil')}
        defaultValue={typed('namesChangeableUntil', before.namesChangeableUntil)}
      />
      <CheckField
        id="transfersAllowed"
        name="transfersAllowed"
        label={
          <>
            <span className="block font-semibold">{t('transfers')}</span>
            <span className="block text-15 text-ink-2">{t('transfersHint')}</span>
          </>
        }
        defaultChecked={again ? typed('transfersAllowed') === 'on' : before.transfersAllowed}
      />
      <div>
        <Button type="submit" disabled={pending}>
          {pending ? t('pending') : t('submit')}
        </Button>
      </div>
    </form>
  );
}
