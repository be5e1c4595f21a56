'use client';

import { useLocale } from 'next-intl';
import { useEffect, useState } from 'react';
import { formatTime, sameWallClock } from '#lib/time.ts';

/** The reader's own time, when it differs from the event's. Only the browser knows it, so it comes afterwards. */
export function LocalTime({
  startsAt,
  timezone,
  words,
}: {
  startsAt: Date;
  timezone: string;
  /** A sentence with `{time}` and `{zone}` in it. */
  words: string;
}) {
  const locale = useLocale();
  const [zone, setZone] = useState<string | null>(null);
  useEffect(() => setZone(new Intl.DateTimeFormat().resolvedOptions().timeZone), []);
  // The line is kept free from the start, so that nothing below moves when it is filled.
  if (zone === null || sameWallClock(startsAt, timezone, zone)) return <span className="block h-[1lh]" />;
  const sameDay = formatTime(startsAt, timezone, locale, 'day') === formatTime(startsAt, zone, locale, 'day');
  const place = zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone;
  return (
    <span className="block min-h-[1lh]">
      {words
        .replace('{time}', formatTime(startsAt, zone, locale, sameDay ? 'time' : 'dayTime'))
        .replace('{zone}', place)}
    </span>
  );
}
