'use client';

import { useTranslations } from 'next-intl';
import { Button } from '../ui/button.tsx';
import { SelectField } from '../ui/field.tsx';
import { FormNotice } from '../ui/form-answer.tsx';
import { type FormAction, useFormAction } from '../ui/use-form-action.ts';
import { type ShownRole, toolsClass } from './member-row.tsx';

const ROLES = ['owner', 'manager', 'box_office', 'door'] as const;

/** Who it is about: goes along unseen. */
type About = { organizer: string; userId: string; name: string };

type Form = ReturnType<typeof useFormAction>;

// messages: team.role.*
/**
 * What an owner can do about another member: another role, or out. Closed until it is wanted, or until there is an
 * answer to read.
 */
export function MemberTools({
  about,
  role,
  change,
  remove,
}: {
  about: About;
  role: ShownRole;
  change: FormAction;
  remove: FormAction;
}) {
  const t = useTranslations('team');
  const roleForm = useFormAction(change);
  const endForm = useFormAction(remove);
  return (
    <details className={toolsClass} open={roleForm.answer !== null || endForm.answer !== null}>
      <summary
        aria-label={t('changeOf', { name: about.name })}
        className="link inline-flex min-h-11 items-center text-15"
      >
        {t('change')}
      </summary>
      <div className="grid max-w-[560px] gap-6 border-t border-hairline pt-4 pb-3">
        <RoleForm about={about} role={role} form={roleForm} />
        <EndForm
          about={about}
          form={endForm}
          text={t('removeText')}
          label={t('remove', { name: about.name })}
        />
      </div>
    </details>
  );
}

/** What a member can do about their own membership. */
export function LeaveTools({
  about,
  organizer,
  leave,
}: {
  about: About;
  /** Its name. */
  organizer: string;
  leave: FormAction;
}) {
  const t = useTranslations('team');
  const form = useFormAction(leave);
  return (
    <details className={toolsClass} open={form.answer !== null}>
      <summary className="link inline-flex min-h-11 items-center text-15">{t('leave')}</summary>
      <div className="grid max-w-[560px] border-t border-hairline pt-4 pb-3">
        <EndForm about={about} form={form} text={t('leaveText')} label={t('leaveNow', { organizer })} />
      </div>
    </details>
  );
}

function Hidden({ about }: { about: About }) {
  return (
    <>
      <input type="hidden" name="organizer" value={about.organizer} />
      <input type="hidden" name="userId" value={about.userId} />
    </>
  );
}

function RoleForm({ about, role, form }: { about: About; role: ShownRole; form: Form }) {
  const t = useTranslations('team');
  return (
    <form ref={form.form} action={form.submit} onSubmit={form.send} className="grid gap-3">
      <FormNotice answer={form.answer} notice={form.notice} failed={t('failed')} />
      <Hidden about={about} />
      <div className="flex flex-wrap items-end gap-3">
        <div className="min-w-44 grow">
          <SelectField
            id={`role-${about.userId}`}
            name="role"
            label={t('roleOf', { name: about.name })}
            defaultValue={form.typed('role', role)}
          >
            {ROLES.map((one) => (
              <option key={one} value={one}>
                {t(`role.${one}`)}
              </option>
            ))}
          </SelectField>
        </div>
        <Button type="submit" variant="line" className="h-[52px]" disabled={form.pending}>
          {form.pending ? t('saving') : t('save')}
        </Button>
      </div>
    </form>
  );
}

function EndForm({ about, form, text, label }: { about: About; form: Form; text: string; label: string }) {
  const t = useTranslations('team');
  return (
    <form
      ref={form.form}
      action={form.submit}
      onSubmit={form.send}
      className="grid justify-items-start gap-3"
    >
      <FormNotice answer={form.answer} notice={form.notice} failed={t('failed')} />
      <Hidden about={about} />
      <p className="text-15 text-ink-2">{text}</p>
      <Button type="submit" variant="danger" disabled={form.pending}>
        {label}
      </Button>
    </form>
  );
}
