'use client';

import { useTranslations } from 'next-intl';
import { Button } from '../ui/button.tsx';
import { SelectField, TextField } from '../ui/field.tsx';
import { FormNotice } from '../ui/form-answer.tsx';
import { type FormAction, useFormAction } from '../ui/use-form-action.ts';

const ROLES = ['manager', 'box_office', 'door', 'owner'] as const;

// messages: team.role.*
/** Asks somebody by mail to join. `organizer` goes along unseen: which one. */
export function InviteForm({ action, organizer }: { action: FormAction; organizer: string }) {
  const t = useTranslations('team');
  const { form, submit, notice, answer, pending, send, typed, problem } = useFormAction(action);
  return (
    <form ref={form} action={submit} onSubmit={send} noValidate className="grid gap-4">
      <FormNotice answer={answer} notice={notice} failed={t('invite.failed')} />
      <input type="hidden" name="organizer" value={organizer} />
      <TextField
        id="invite-email"
        name="email"
        label={t('invite.email')}
        type="email"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        defaultValue={typed('email')}
        error={problem('email')}
      />
      <SelectField
        id="invite-role"
        name="role"
        label={t('invite.role')}
        defaultValue={typed('role', 'manager')}
        hint={
          <a href="#roles" className="link">
            {t('invite.roles')}
          </a>
        }
        error={problem('role')}
      >
        {ROLES.map((role) => (
          <option key={role} value={role}>
            {t(`role.${role}`)}
          </option>
        ))}
      </SelectField>
      <Button type="submit" wide disabled={pending}>
        {pending ? t('invite.pending') : t('invite.submit')}
      </Button>
    </form>
  );
}
