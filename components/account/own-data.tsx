import { useTranslations } from 'next-intl';
import { Link } from '#lib/i18n/navigation.ts';
import { buttonClass } from '../ui/button.tsx';

/** What is kept about somebody, and the way out for good: stands at the end of their page, and is not to be hit in passing. */
export function OwnData() {
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
        <h3 className="display-t3">{t('erase')}</h3>
        <p className="mt-1 mb-4 text-15 text-ink-2">{t('eraseText')}</p>
        <Link href="/account/delete" className={buttonClass({ variant: 'danger' })}>
          {t('eraseGo')}
        </Link>
      </div>
    </section>
  );
}
