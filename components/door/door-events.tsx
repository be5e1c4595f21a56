import { useLocale, useTranslations } from 'next-intl';
import { softHyphens } from '#lib/soft-hyphens.ts';
import { formatTime } from '#lib/time.ts';
import { OtherLanguages } from '../dashboard/other-languages.tsx';
import { Logo } from '../site/logo.tsx';
import { Status } from '../ui/status.tsx';

type EventToChoose = {
  slug: string;
  title: string;
  language: string;
  cancelled: boolean;
  startsAt: Date;
  timezone: string;
  venue: string | null;
  organizer: string;
  admitted: number;
  expected: number;
  hours: 'early' | 'open' | 'late';
};

/** The events whose door somebody may work at: those of today large, the others below. */
export function DoorEvents({
  name,
  events,
  several,
  dashboard,
  teams,
}: {
  name: string;
  events: readonly EventToChoose[];
  /** True when they belong to more than one organizer, which then has to be told. */
  several: boolean;
  dashboard: boolean;
  teams: readonly { slug: string; name: string }[];
}) {
  const t = useTranslations('door');
  const now = events.filter(({ hours }) => hours === 'open');
  const next = events.filter(({ hours }) => hours === 'early');
  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-[720px] flex-col px-5">
      <header className="flex min-h-14 items-center justify-between gap-4 pt-2">
        <a href="/door" aria-label={t('home')}>
          <Logo />
        </a>
        <p className="line-clamp-1 text-15 text-door-ink-2 [overflow-wrap:anywhere]">{name}</p>
      </header>
      <main id="content" className="flex-1 pb-12">
        <h1 className="display-t5 pt-6 pb-5">{t('choose')}</h1>
        {events.length === 0 ? <p className="text-17 text-door-ink-2">{t('noEvents')}</p> : null}
        {now.length > 0 ? (
          <ul className="grid gap-3">
            {now.map((event) => (
              <li key={event.slug}>
                <Now event={event} several={several} />
              </li>
            ))}
          </ul>
        ) : null}
        {next.length > 0 ? (
          <section className="mt-9">
            <h2 className="display-t3 border-t border-door-ink-2 pt-3 pb-1">{t('later')}</h2>
            <ul>
              {next.map((event) => (
                <li key={event.slug} className="border-door-line [&+li]:border-t">
                  <Later event={event} several={several} />
                </li>
              ))}
            </ul>
          </section>
        ) : null}
      </main>
      <footer className="flex flex-wrap items-center gap-x-6 border-t border-door-line py-3 text-15">
        {dashboard ? (
          <a href="/dashboard" className="inline-flex min-h-11 items-center underline underline-offset-4">
            {t('dashboard')}
          </a>
        ) : null}
        {teams.map(({ slug, name: team }) => (
          <a
            key={slug}
            href={`/dashboard/${slug}/team`}
            className="inline-flex min-h-11 items-center underline underline-offset-4"
          >
            {t('team', { organizer: team })}
          </a>
        ))}
        <OtherLanguages button="min-h-11 underline underline-offset-4" />
        <SignOut />
      </footer>
    </div>
  );
}

/** Title, when, where, and how many are in. */
function Now({ event, several }: { event: EventToChoose; several: boolean }) {
  const t = useTranslations('door');
  const locale = useLocale();
  const number = new Intl.NumberFormat(locale);
  return (
    <a
      href={`/door/${event.slug}`}
      className="grid grid-cols-[1fr_auto] items-end gap-x-5 gap-y-1.5 rounded bg-door-view px-5 py-4 hover:bg-door-line"
    >
      <span className="col-span-full flex flex-wrap items-baseline gap-x-3">
        <span className="text-15 font-[650]">
          {formatTime(event.startsAt, event.timezone, locale, 'time')}
        </span>
        {event.cancelled ? (
          <Status shape="cross" tone="plain">
            {t('cancelledEvent')}
          </Status>
        ) : null}
      </span>
      <b lang={event.language} className="display-t4 hyphens-auto [overflow-wrap:anywhere]">
        {softHyphens(event.title, event.language)}
      </b>
      <span className="text-end">
        <span className="door-count">{number.format(event.admitted)}</span>
        <span className="block text-t1 font-medium">{t('ofIn', { count: event.expected })}</span>
      </span>
      <Where event={event} several={several} />
    </a>
  );
}

function Later({ event, several }: { event: EventToChoose; several: boolean }) {
  const t = useTranslations('door');
  const locale = useLocale();
  return (
    <a href={`/door/${event.slug}`} className="grid gap-0.5 py-3 hover:underline">
      <span className="text-t1 text-door-ink-2">
        {formatTime(event.startsAt, event.timezone, locale, 'dayTime')}
        {event.cancelled ? `, ${t('cancelledEvent')}` : ''}
      </span>
      <b lang={event.language} className="text-17 leading-tight [overflow-wrap:anywhere]">
        {softHyphens(event.title, event.language)}
      </b>
      <Where event={event} several={several} />
    </a>
  );
}

function Where({ event: { venue, organizer }, several }: { event: EventToChoose; several: boolean }) {
  const t = useTranslations('door');
  return (
    <span className="col-span-full text-15 text-door-ink-2 [overflow-wrap:anywhere]">
      {[venue ?? t('onlineEvent'), several ? organizer : null].filter(Boolean).join(', ')}
    </span>
  );
}

function SignOut() {
  const t = useTranslations('door');
  const locale = useLocale();
  return (
    <form method="post" action="/api/auth/sign-out">
      <input type="hidden" name="locale" value={locale} />
      <button type="submit" className="min-h-11 underline underline-offset-4">
        {t('signOut')}
      </button>
    </form>
  );
}
