import { useTranslations } from 'next-intl';

/** To what the log says about one thing and what belongs to it; about people and organizers, also of what they did. */
export function LogLink({
  on: { type, id },
}: {
  on: { type: 'booking' | 'event' | 'organizer' | 'user'; id: string };
}) {
  const t = useTranslations('admin');
  return (
    <a href={`/admin/audit?on=${type}.${id}`} className="link">
      {t('log')}
    </a>
  );
}
