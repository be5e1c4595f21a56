'use client';

import { useTranslations } from 'next-intl';
import { Button, buttonClass } from '../ui/button.tsx';
import { TextAreaField } from '../ui/field.tsx';
import { FormNotice } from '../ui/form-answer.tsx';
import { type FormAction, useFormAction } from '../ui/use-form-action.ts';

export type DeedWords = {
  /** What it is called, on the line that opens it. */
  title: string;
  /** What it does to others. */
  text: string;
  submit: string;
};

/**
 * Something that an admin does to somebody else's thing: closed until it is wanted, says what it does, and asks why. The
 * reason goes into the log, and where it says so to whoever it is about.
 */
export function DeedForm({
  name,
  action,
  hidden,
  words,
  danger = false,
}: {
  /** Tells its fields from those of other deeds on the page. */
  name: string;
  action: FormAction;
  hidden: Record<string, string>;
  words: DeedWords;
  danger?: boolean;
}) {
  const t = useTranslations('admin.deed');
  const { form, submit, notice, answer, pending, send, problem, typed } = useFormAction(action);
  return (
    <details className="border-b border-hairline" open={answer !== null}>
      <summary className="flex min-h-16 cursor-pointer list-none items-center py-2 [&::-webkit-details-marker]:hidden">
        <span className={buttonClass({ variant: danger ? 'danger' : 'line', size: 'small' })}>
          {words.title}
        </span>
      </summary>
      <form ref={form} action={submit} onSubmit={send} noValidate className="grid gap-4 pb-6">
        <FormNotice answer={answer} notice={notice} failed={t('failed')} />
        <p className="text-15 text-ink-2">{words.text}</p>
        {Object.entries(hidden).map(([key, value]) => (
          <input key={key} type="hidden" name={key} value={value} />
        ))}
        <TextAreaField
          id={`reason-${name}`}
          name="reason"
          rows={2}
          className="min-h-[84px]"
          label={t('reason')}
          hint={t('reasonHint')}
          maxLength={500}
          defaultValue={typed('reason')}
          error={problem('reason')}
        />
        <div>
          <Button type="submit" variant={danger ? 'danger' : 'line'} disabled={pending}>
            {pending ? t('pending') : words.submit}
          </Button>
        </div>
      </form>
    </details>
  );
}
