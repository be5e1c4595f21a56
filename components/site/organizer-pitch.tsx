import { useTranslations } from 'next-intl';

/** Drawn by `sandbox/posters/pitch-program.ts`. */
const posters = ['outdoors', 'concert', 'film', 'food'] as const;

/** The way in for those who put events on, and what their events look like before they have done anything. */
export function OrganizerPitch() {
  const t = useTranslations('home.pitch');
  return (
    <section className="mt-[72px] -mb-[72px] bg-ink py-[clamp(48px,6vw,96px)] text-paper tablet:mt-[var(--s7)] tablet:-mb-[var(--s7)]">
      <div className="wrap grid items-end gap-x-[var(--s5)] gap-y-10 desk:grid-cols-[5fr_7fr]">
        <div className="grid justify-items-start gap-6">
          <h2 className="display-t5 text-balance">{t('title')}</h2>
          <p className="lead max-w-[46ch]">{t('text')}</p>
          {/* The dashboard speaks the account's language, so its address carries none. */}
          <a
            href="/dashboard/new"
            className="inline-flex min-h-[60px] items-center rounded bg-paper px-[22px] text-[1.125rem] font-[650] text-ink outline-offset-4 focus-visible:outline-paper"
          >
            {t('action')}
          </a>
        </div>
        <ul className="grid grid-cols-2 gap-4 tablet:grid-cols-4">
          {posters.map((poster) => (
            <li key={poster}>
              {/* Vectors fit every width, so there is nothing for Next's image service to resize. */}
              <img
                src={`/pitch/${poster}.svg`}
                width={1000}
                height={1250}
                alt=""
                loading="lazy"
                decoding="async"
                className="block h-auto w-full rounded-[2px]"
              />
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
