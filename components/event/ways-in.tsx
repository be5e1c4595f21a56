import type { ReactNode } from 'react';
import { Link } from '#lib/i18n/navigation.ts';

/** Large words that lead into the list, with how much waits there. */
export function WaysIn({
  title,
  ways,
}: {
  title: ReactNode;
  ways: readonly { name: string; events: number; query: Record<string, string> }[];
}) {
  if (ways.length === 0) return null;
  return (
    <section className="mt-[72px] tablet:mt-[var(--s7)]">
      <h2 className="section-head display-t3 mb-3">{title}</h2>
      <ul className="flex flex-wrap gap-x-[0.34em] font-display text-[clamp(2.1rem,4.7vw,4.6rem)] leading-[1.08] font-[780] tracking-[-0.022em] [font-stretch:70%] [word-spacing:0.1em]">
        {ways.map(({ name, events, query }) => (
          <li key={`${name} ${events}`}>
            <Link
              prefetch={false}
              href={{ pathname: '/events', query }}
              className="block min-h-11 content-center rounded px-[0.06em] pt-[0.02em] pb-[0.05em] hover:bg-ink hover:text-paper"
            >
              {name}
              <sup className="static ms-[0.35em] align-super font-text text-[max(0.22em,0.75rem)] leading-none font-semibold tracking-normal text-ink-2">
                {events}
              </sup>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
