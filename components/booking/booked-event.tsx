import type { ReactNode } from 'react';
import { softHyphens } from '#lib/soft-hyphens.ts';

/** What a booking without tickets is, or was, about: poster and title, and its facts beside. */
export function BookedEvent({
  event,
  posterSrc,
  children,
}: {
  event: { title: string; language: string };
  posterSrc: string;
  children: ReactNode;
}) {
  return (
    <div className="grid grid-cols-[96px_1fr] items-start gap-x-4 gap-y-6 border-t-[1.5px] border-rule pt-5 tablet:grid-cols-[200px_1fr] tablet:gap-x-7">
      <img src={posterSrc} alt="" width={1000} height={1250} className="w-full rounded-[2px]" />
      <div className="contents tablet:block">
        <p lang={event.language} className="display-t4 hyphens-auto [overflow-wrap:anywhere]">
          {softHyphens(event.title, event.language)}
        </p>
        <div className="col-span-full tablet:mt-5 [&>dl]:border-t [&>dl]:border-hairline">{children}</div>
      </div>
    </div>
  );
}
