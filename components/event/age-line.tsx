import { useTranslations } from 'next-intl';

/** Who is let in, in the organizer's words: said again before anybody pays. Nothing where everybody is. */
export function AgeLine({ event }: { event: { ageNote: string | null; language: string } }) {
  const t = useTranslations('event');
  if (!event.ageNote) return null;
  return (
    <span className="mb-1 block">
      <span className="font-[620]">{t('age')}:</span> <span lang={event.language}>{event.ageNote}</span>
    </span>
  );
}
