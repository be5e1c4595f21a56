import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Link } from '#lib/i18n/navigation.ts';
import { buttonClass } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { Section } from './sections.tsx';

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
    <Section id="own-data" title={t('title')} text={t('text')}>
      {later ? (
        <div className="mb-6">
          <Notice kind="warn" title={t('exportLater')}>
            {t('exportLaterText')}
          </Notice>
        </div>
      ) : null}
      <Row title={t('export')} text={t('exportText')}>
        {/* A plain form: what comes is a file, and the page stays. */}
        <form action={exportAt} method="post" className="flex flex-wrap gap-3">
          <button
            type="submit"
            name="format"
            value="html"
            className={buttonClass({ variant: 'line', size: 'small' })}
          >
            {t('exportHtml')}
          </button>
          <button
            type="submit"
            name="format"
            value="json"
            className={buttonClass({ variant: 'line', size: 'small' })}
          >
            {t('exportJson')}
          </button>
        </form>
      </Row>
      <Row title={t('erase')} text={t('eraseText')}>
        <Link href="/account/delete" className={buttonClass({ variant: 'danger', size: 'small' })}>
          {t('eraseGo')}
        </Link>
      </Row>
    </Section>
  );
}

function Row({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-8 gap-y-4 border-b border-hairline py-4">
      <div className="min-w-0 basis-[340px] grow">
        <h3 className="font-[620]">{title}</h3>
        <p className="max-w-[56ch] text-15 text-ink-2">{text}</p>
      </div>
      {children}
    </div>
  );
}
