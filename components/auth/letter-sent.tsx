import { useTranslations } from 'next-intl';
import type { Ref } from 'react';

/** Where to look now. The same words whether the address has an account or not: what there is to tell is in the mail. */
export function LetterSent({
  email,
  next,
  notice,
}: {
  email: string;
  /** Where they were going. */
  next: string | undefined;
  notice: Ref<HTMLDivElement>;
}) {
  const t = useTranslations('auth.mailed');
  return (
    <div ref={notice} tabIndex={-1} role="status" data-letter-sent className="grid gap-5 outline-none">
      <h1 className="display-t5">{t('title')}</h1>
      <p className="lead [overflow-wrap:anywhere]">
        {t.rich('text', { email, b: (words) => <b className="font-[650]">{words}</b> })}
      </p>
      <dl className="rows border-t-[1.5px] border-rule">
        <div className="py-4">
          <dt className="font-[650]">{t('nothing')}</dt>
          <dd className="mt-1 text-15 text-ink-2">{t('nothingText')}</dd>
        </div>
        <div className="py-4">
          <dt className="font-[650]">{t('wrong')}</dt>
          <dd className="mt-1 text-15">
            {/* A whole new page: the form as it was before anything was typed. */}
            <a
              href={`?${new URLSearchParams(next ? { next } : {})}`}
              className="link inline-flex min-h-11 items-center"
            >
              {t('another')}
            </a>
          </dd>
        </div>
      </dl>
    </div>
  );
}
