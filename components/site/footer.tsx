import { useLocale, useTranslations } from 'next-intl';
import { getPathname, Link } from '#lib/i18n/navigation.ts';
import { LanguageSwitch } from './language-switch.tsx';

const column = 'col-span-6 tablet:col-span-3 desk:col-span-2';
const heading = 'mb-1 text-t1 font-semibold text-ink-2';
const item = 'inline-flex min-h-11 items-center decoration-2 underline-offset-[5px] hover:underline';

export function SiteFooter() {
  const t = useTranslations('site.footer');
  const locale = useLocale();
  return (
    <footer className="mt-[72px] border-t-[1.5px] border-rule py-[var(--s5)] text-15 tablet:mt-[var(--s7)]">
      <div className="wrap grid-12 gap-y-7">
        <div className="col-span-full desk:col-span-4">
          <p className="display-t4">Foyer</p>
          <p className="mt-2.5 max-w-[36ch] text-ink-2">{t('claim')}</p>
        </div>
        <nav aria-labelledby="footer-find" className={column}>
          <h2 id="footer-find" className={heading}>
            {t('find')}
          </h2>
          <ul>
            <li>
              <Link prefetch={false} href="/events" className={item}>
                {t('all')}
              </Link>
            </li>
            <li>
              {/* A plain link: whoever is not signed in is led there first. */}
              <a href={getPathname({ href: '/bookings', locale })} className={item}>
                {t('bookings')}
              </a>
            </li>
            <li>
              <Link prefetch={false} href="/find-tickets" className={item}>
                {t('findTickets')}
              </Link>
            </li>
          </ul>
        </nav>
        <nav aria-labelledby="footer-organize" className={column}>
          <h2 id="footer-organize" className={heading}>
            {t('organize')}
          </h2>
          <ul>
            <li>
              <a href="/dashboard/new" className={item}>
                {t('sell')}
              </a>
            </li>
            <li>
              <a href="/dashboard" className={item}>
                {t('dashboard')}
              </a>
            </li>
          </ul>
        </nav>
        <nav aria-labelledby="footer-house" className={column}>
          <h2 id="footer-house" className={heading}>
            {t('house')}
          </h2>
          <ul>
            <li>
              <Link prefetch={false} href="/terms" className={item}>
                {t('terms')}
              </Link>
            </li>
            <li>
              <Link prefetch={false} href="/privacy" className={item}>
                {t('privacy')}
              </Link>
            </li>
            <li>
              <Link prefetch={false} href="/imprint" className={item}>
                {t('imprint')}
              </Link>
            </li>
          </ul>
        </nav>
        <nav aria-labelledby="footer-language" className={column}>
          <h2 id="footer-language" className={heading}>
            {t('language')}
          </h2>
          <LanguageSwitch current={locale} names={{ en: t('languages.en'), de: t('languages.de') }} />
        </nav>
      </div>
    </footer>
  );
}
