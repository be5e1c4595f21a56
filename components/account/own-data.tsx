import { useTranslations } from 'next-intl';
import { Link } from '#lib/i18n/navigation.ts';
import { buttonClass } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';

/** What is kept about somebody, and the way out for good: stands at the end of their page, and is not to be hit in passing. */
export function OwnData({
  exportAt,
  later,
}: {
  /** Where the forms for a file are sent. */
  exportAt: string;
  /** They have had too many files. */
  later: boolean;
}) {
  const t = useTranslations('privacy.own');
  return (
    <section
      aria-labelledby="own-data"
      className="grid gap-x-10 gap-y-6 border-t-[1.5px] border-rule pt-4 desk:grid-cols-[280px_minmax(0,1fr)]"
    >
      <div>
        <h2 id="own-data" className="display-t4">
          {t('title')}
        </h2>
        <p className="mt-2 text-15 text-ink-2">{t('text')}</p>
      </div>
      <div className="max-w-[560px]">
        {later ? (
          <div className="mb-6">
            <Notice kind="warn" title={t('exportLater')}>
              {t('exportLaterText')}
            </Notice>
          </div>
        ) : null}
        <h3 className="display-t3">{t('export')}</h3>
        <p className="mt-1 mb-4 text-15 text-ink-2">{t('exportText')}</p>
        {/* A plain form: what comes is a file, and the page stays. */}
        <form action={exportAt} method="post" className="mb-10 flex flex-wrap gap-3">
          <button type="submit" name="format" value="html" className={buttonClass({ variant: 'line' })}>
            {t('exportHtml')}
          </button>
          <button type="submit" name="format" value="json" className={buttonClass({ variant: 'line' })}>
            {t('exportJson')}
          </button>
        </form>
        <h3 className="display-t3">{t('erase')}</h3>
        <p className="mt-1 mb-4 text-15 text-ink-2">{t('eraseText')}</p>
        <Link href="/account/delete" className={buttonClass({ variant: 'danger' })}>
          {t('eraseGo')}
        </Link>
      </div>
    </section>
  );
}
