import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Link } from '#lib/i18n/navigation.ts';
import { FoldMenu } from '../ui/fold-menu.tsx';

/** The statement of the home page, and at once the quickest way into the list: where and when can be chosen in it. */
export function WhatsOn({ cities }: { cities: readonly { city: string; events: number }[] }) {
  // messages: home.whens.*
  const t = useTranslations('home');
  const way = (query: Record<string, string>, name: ReactNode, events?: number) => (
    <li key={JSON.stringify(query)}>
      <Link
        prefetch={false}
        href={{ pathname: '/events', query }}
        className="flex min-h-11 items-center justify-between gap-6 decoration-2 underline-offset-4 hover:underline"
      >
        {name}
        {events === undefined ? null : <span className="font-[450] text-ink-2 tabular-nums">{events}</span>}
      </Link>
    </li>
  );
  return (
    <div className="display-t6 flex flex-wrap items-baseline gap-x-[0.19em] gap-y-[0.12em] leading-[0.92]! pt-[clamp(28px,4vw,60px)] pb-[clamp(32px,4.4vw,64px)]">
      <h1>{t('heading')}</h1>
      {cities.length > 0 ? (
        <Choice face={t('everywhere')}>
          {way({}, t('anywhere'))}
          {cities.map(({ city, events }) => way({ city }, city, events))}
        </Choice>
      ) : null}
      <Choice face={t('fromNow')}>
        {(['today', 'weekend', 'week'] as const).map((when) => way({ when }, t(`whens.${when}`)))}
      </Choice>
    </div>
  );
}

function Choice({ face, children }: { face: string; children: ReactNode }) {
  return (
    <FoldMenu
      face={
        <>
          {face}
          <svg
            viewBox="0 0 12 12"
            aria-hidden="true"
            className="ms-[0.08em] size-[0.3em] shrink-0 [[open]>summary>&]:rotate-180"
            fill="none"
            stroke="currentColor"
            strokeWidth="2.2"
          >
            <path d="m1 3.5 5 5 5-5" />
          </svg>
        </>
      }
      faceClassName="flex items-center border-b-[0.055em] border-accent pb-[0.04em] hover:text-accent"
    >
      <ul className="absolute start-0 top-full z-10 mt-2 max-h-[min(24rem,60vh)] w-72 max-w-[calc(100vw-2*var(--margin))] overflow-y-auto rounded border-[1.5px] border-rule bg-paper px-5 py-2 font-text text-t2 font-[560] tracking-normal [font-stretch:100%] [word-spacing:0]">
        {children}
      </ul>
    </FoldMenu>
  );
}
