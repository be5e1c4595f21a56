import { useTranslations } from 'next-intl';

/** Venue and city in a line; null is online. */
export function EventPlace({ venue }: { venue: { name: string; city: string } | null }) {
  const t = useTranslations('event');
  return venue ? t('card.place', { venue: venue.name, city: venue.city }) : t('online');
}
