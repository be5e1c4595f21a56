'use client';

import { useTranslations } from 'next-intl';
import { Button } from '../ui/button.tsx';
import { FormNotice } from '../ui/form-answer.tsx';
import { Notice } from '../ui/notice.tsx';
import { type FormAction, useFormAction } from '../ui/use-form-action.ts';
import { EraseFrame } from './erase-frame.tsx';

/** For whoever has no password: a letter confirms that it is them. */
export function RequestErasureForm({
  action,
  email,
  over,
}: {
  action: FormAction;
  email: string;
  /** They came with a key that is used or too old. */
  over: boolean;
}) {
  const t = useTranslations('privacy.erase');
  const { form, submit, notice, answer, pending, send } = useFormAction(action);
  return (
    <EraseFrame title={t('letter.title')}>
      <form ref={form} action={submit} onSubmit={send} className="grid max-w-[560px] gap-5">
        <FormNotice answer={answer} notice={notice} failed={t('letter.failed')} />
        {over && answer === null ? (
          <Notice kind="warn" title={t('letter.over')}>
            {t('letter.again')}
          </Notice>
        ) : null}
        <p className="[overflow-wrap:anywhere]">{t('letter.text', { email })}</p>
        <div>
          <Button type="submit" variant="danger" disabled={pending}>
            {pending ? t('letter.pending') : t('letter.submit')}
          </Button>
        </div>
      </form>
    </EraseFrame>
  );
}
