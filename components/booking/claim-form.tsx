'use client';

import { useTranslations } from 'next-intl';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { FormNotice } from '../ui/form-answer.tsx';
import { type FormAction, useFormAction } from '../ui/use-form-action.ts';

/** Yes or no to a ticket that somebody offers. */
export function ClaimForm({
  ticketKey,
  from,
  name,
  claim,
  decline,
}: {
  /** From the mail. */
  ticketKey: string;
  from: string;
  /** As whoever offers it has typed it. */
  name: string;
  claim: FormAction;
  decline: FormAction;
}) {
  const t = useTranslations('holder.claim');
  const yes = useFormAction(claim);
  const no = useFormAction(decline);
  return (
    <div className="grid gap-3">
      <form ref={yes.form} action={yes.submit} onSubmit={yes.send} noValidate className="grid gap-5">
        <FormNotice answer={yes.answer} notice={yes.notice} failed={t('failed')} />
        <input type="hidden" name="key" value={ticketKey} />
        <TextField
          id="name"
          name="name"
          label={t('name')}
          autoComplete="name"
          maxLength={200}
          defaultValue={yes.typed('name', name)}
          error={yes.problem('name')}
        />
        <Button type="submit" size="big" wide disabled={yes.pending || no.pending}>
          {yes.pending ? t('claiming') : t('claim')}
        </Button>
      </form>
      <form ref={no.form} action={no.submit} onSubmit={no.send}>
        <input type="hidden" name="key" value={ticketKey} />
        <FormNotice
          answer={no.answer?.kind === 'refused' ? no.answer : null}
          notice={no.notice}
          failed={t('declineFailed')}
        />
        <Button type="submit" variant="line" wide disabled={yes.pending || no.pending}>
          {no.pending ? t('declining') : t('decline', { from })}
        </Button>
      </form>
    </div>
  );
}
