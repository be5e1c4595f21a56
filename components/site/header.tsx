import { useLocale, useTranslations } from 'next-intl';
import { getPathname, Link } from '#lib/i18n/navigation.ts';
import { FoldMenu } from '../ui/fold-menu.tsx';
import { AccountLink } from './account-link.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { Logo } from './logo.tsx';

const item = 'flex min-h-11 items-center decoration-2 underline-offset-[5px] hover:underline';
/** In the sheet of a phone, where a thumb has to hit it. */
const row = 'flex min-h-[52px] w-full items-center border-b border-hairline text-17';

/** The same for everyone: who is signed in is asked afterwards, by AccountLink. */
export function SiteHeader() {
  const t = useTranslations('site.header');
  const site = useTranslations('site');
  const locale = useLocale();
  const account = (layout: 'row' | 'column') => (
    <AccountLink
      addresses={{
        signIn: getPathname({ href: '/sign-in', locale }),
        bookings: getPathname({ href: '/bookings', locale }),
        account: getPathname({ href: '/account', locale }),
      }}
      words={{ signIn: t('signIn'), signOut: t('signOut'), bookings: t('bookings'), account: t('account') }}
      className={layout === 'row' ? item : row}
      layout={layout}
    />
  );
  const links = (className: string) => (
    <>
      <Link prefetch={false} href="/events" className={className}>
        {t('events')}
      </Link>
      {/* The dashboard speaks the account's language, so its address carries none. */}
      <a href="/dashboard" className={className}>
        {t('organizers')}
      </a>
    </>
  );
  return (
    <header className="wrap relative flex h-[60px] items-center gap-1.5 text-15 font-[560] tablet:h-[76px] tablet:gap-4 desk:gap-7">
      <Link
        prefetch={false}
        href="/"
        aria-label={site('home')}
        className="me-auto flex min-h-11 items-center tablet:me-3"
      >
        <Logo />
      </Link>
      <nav
        aria-label={t('navigation')}
        className="hidden flex-1 gap-4 whitespace-nowrap tablet:flex desk:gap-[26px]"
      >
        {links(item)}
      </nav>
      <search className="hidden min-w-11 shrink basis-[250px] tablet:block">
        <form
          action={getPathname({ href: '/events', locale })}
          className="flex h-[46px] items-center gap-2.5 border-b-[1.5px] border-ink"
        >
          <SearchMark />
          <input
            type="search"
            name="q"
            aria-label={t('search')}
            placeholder={t('search')}
            className="h-full w-full min-w-0 bg-transparent placeholder:text-ink-2"
          />
        </form>
      </search>
      <div className="hidden tablet:block">{account('row')}</div>
      {/* A plain link: the browser then puts the focus on the field the address names. */}
      <a
        href={`${getPathname({ href: '/events', locale })}#q`}
        aria-label={t('search')}
        className="grid size-11 place-items-center tablet:hidden"
      >
        <SearchMark />
      </a>
      <FoldMenu
        label={t('menu')}
        className="-me-2.5 tablet:hidden"
        faceClassName="grid size-11 place-items-center"
        face={
          <svg
            viewBox="0 0 20 20"
            aria-hidden="true"
            className="size-5"
            stroke="currentColor"
            strokeWidth="2"
          >
            <path d="M1 6h18M1 14h18" />
          </svg>
        }
      >
        <nav
          aria-label={t('navigation')}
          className="absolute inset-x-0 top-[60px] z-10 border-b-[1.5px] border-rule bg-paper px-[var(--margin)] pb-3"
        >
          {links(row)}
          {account('column')}
          <Link prefetch={false} href="/find-tickets" className={row}>
            {site('footer.findTickets')}
          </Link>
          <LanguageSwitch
            current={locale}
            names={{ en: site('footer.languages.en'), de: site('footer.languages.de') }}
            inline
          />
        </nav>
      </FoldMenu>
    </header>
  );
}

function SearchMark() {
  return (
    <svg
      viewBox="0 0 20 20"
      aria-hidden="true"
      className="size-5 flex-none text-ink-2"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
    >
      <circle cx="8.5" cy="8.5" r="5.7" />
      <path d="m13 13 5 5" />
    </svg>
  );
}
