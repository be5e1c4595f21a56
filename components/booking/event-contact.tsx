import { getTranslations } from 'next-intl/server';
import { Link } from '#lib/i18n/navigation.ts';

/** Where more is said about an event, and who answers questions. */
export async function EventContact({
  event,
  refundable = false,
}: {
  event: { slug: string; organizer: { name: string; email: string } };
  /** Whether tickets may be given back, which the organizer does. */
  refundable?: boolean;
}) {
  const t = await getTranslations('booking');
  const { name, email } = event.organizer;
  return (
    <>
      <Link
        className="link inline-flex min-h-11 items-center"
        href={{ pathname: '/events/[slug]', params: { slug: event.slug } }}
      >
        {t('event')}
      </Link>
      <p className="text-15 [overflow-wrap:anywhere]">
        {t.rich(refundable ? 'giveBack' : 'questions', {
          organizer: name,
          mail: () => (
            <a className="link" href={`mailto:${email}`}>
              {email}
            </a>
          ),
        })}
      </p>
    </>
  );
}
