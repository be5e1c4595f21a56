import { useTranslations } from 'next-intl';

type Step = { label: string; text: string; href: string };

/** What an organizer sees who has no events yet: what would be here, and how to start. */
export function FirstSteps({
  publicPage,
  imprint,
  settings,
  team,
}: {
  publicPage: string;
  /** Where the people who run the house say how to reach them. */
  imprint: string;
  /** Null for whoever may not change them. */
  settings: string | null;
  team: string;
}) {
  const t = useTranslations('dashboard.firstSteps');
  const steps: Step[] = [
    ...(settings ? [{ label: t('settings'), text: t('settingsText'), href: settings }] : []),
    { label: t('team'), text: t('teamText'), href: team },
    { label: t('events'), text: t('eventsText'), href: imprint },
    { label: t('page'), text: t('pageText'), href: publicPage },
  ];
  return (
    <section aria-labelledby="first-steps" className="max-w-[680px]">
      <h2 id="first-steps" className="section-head display-t3">
        {t('title')}
      </h2>
      <p className="mt-2 text-ink-2">{t('text')}</p>
      <ol className="rows mt-4 border-b border-hairline">
        {steps.map(({ label, text, href }, index) => (
          <li key={href} className="grid grid-cols-[40px_minmax(0,1fr)] py-3">
            <span aria-hidden="true" className="display-t4 leading-[44px] text-ink-3">
              {index + 1}
            </span>
            <div>
              <a href={href} className="link inline-flex min-h-11 items-center font-[620]">
                {label}
              </a>
              <p className="text-15 text-ink-2">{text}</p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
