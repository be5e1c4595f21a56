'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { DoorProgress } from './door-answer.ts';

/** Which event, which door, and how many are in. */
export function DeskHeader({
  title,
  language,
  slug,
  door,
  progress,
}: {
  title: string;
  /** Of the title. */
  language: string;
  slug: string;
  door: string;
  progress: DoorProgress;
}) {
  const t = useTranslations('door');
  const number = new Intl.NumberFormat(useLocale());
  return (
    <header className="flex items-start justify-between gap-4 px-5 pt-3 pb-2">
      <div className="min-w-0">
        <h1 className="leading-[1.25] font-[680]">
          <a
            href="/door"
            lang={language}
            className="line-clamp-2 inline-flex min-h-6 [overflow-wrap:anywhere] underline-offset-4 hover:underline"
          >
            {title}
          </a>
        </h1>
        <a
          href={`/door/${slug}?door=change`}
          className="inline-flex min-h-8 items-center text-t1 text-door-ink-2"
        >
          <span className="sr-only">{t('changeDoor')} </span>
          <span className="line-clamp-1 [overflow-wrap:anywhere] underline underline-offset-4">{door}</span>
        </a>
      </div>
      <p className="flex-none text-end" aria-live="off">
        <span className="door-count">{number.format(progress.admitted)}</span>
        <span className="block text-t1 font-medium">{t('ofIn', { count: progress.expected })}</span>
      </p>
    </header>
  );
}
