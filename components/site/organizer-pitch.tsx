import { useTranslations } from 'next-intl';

/** The way in for those who put events on. */
export function OrganizerPitch() {
  const t = useTranslations('home.pitch');
  return (
    <section className="mt-[72px] -mb-[72px] bg-ink py-[clamp(48px,6vw,96px)] text-paper tablet:mt-[var(--s7)] tablet:-mb-[var(--s7)]">
      <div className="wrap grid justify-items-start gap-6">
        <h2 className="display-t5">{t('title')}</h2>
        <p className="lead max-w-[46ch]">{t('text')}</p>
        {/* The dashboard speaks the account's language, so its address carries none. */}
        <a
          href="/dashboard/new"
          className="inline-flex min-h-[60px] items-center rounded bg-paper px-[22px] text-[1.125rem] font-[650] text-ink outline-offset-4 focus-visible:outline-paper"
        >
          {t('action')}
        </a>
      </div>
    </section>
  );
}
