'use client';

import { useLocale } from 'next-intl';
import { useEffect, useState } from 'react';
import { formatTime } from '#lib/time.ts';

/** An hour as the reader's own clock shows it. Only the browser knows their zone: until it says so, and without a script, in UTC. */
export function ViewerClock({ instant }: { instant: Date }) {
  const locale = useLocale();
  const [zone, setZone] = useState<string | null>(null);
  useEffect(() => setZone(new Intl.DateTimeFormat().resolvedOptions().timeZone), []);
  return (
    <time dateTime={instant.toISOString()}>
      {zone ? formatTime(instant, zone, locale, 'time') : `${formatTime(instant, 'UTC', locale, 'time')} UTC`}
    </time>
  );
}
