import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { BookingTicket } from '#components/booking/booking-ticket.tsx';
import { ClaimForm } from '#components/booking/claim-form.tsx';
import { ClientMessages } from '#components/site/client-messages.tsx';
import { PageMessage } from '#components/site/page-message.tsx';
import { buttonClass } from '#components/ui/button.tsx';
import { database } from '#lib/database.ts';
import { Link } from '#lib/i18n/navigation.ts';
import { posterHue } from '#lib/posters/poster-hue.ts';
import { formatTime } from '#lib/time.ts';
import { type FoundOffer, findOffer } from '#lib/transfers/find-offer.ts';
import { occasionOf } from '../tickets/occasion.ts';
import { claimAction, declineAction } from './actions.ts';

type Props = { searchParams: Promise<{ key?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('booking.transfer');
  return { title: t('metaTitle'), robots: { index: false }, referrer: 'same-origin' };
}

/** A name of more letters is set smaller, so that the ticket stays on the first screen. */
const LONG_NAME = 24;

/** Where the letter leads that offers somebody a ticket. Looking at it takes nothing. */
export default async function TransferPage({ searchParams }: Props) {
  const { key } = await searchParams;
  const [offer, locale, t] = await Promise.all([
    typeof key === 'string' ? findOffer(database(), key) : null,
    getLocale(),
    getTranslations('booking.transfer'),
  ]);
  if (!offer || typeof key !== 'string') {
    return <PageMessage title={t('unknown.title')} text={t('unknown.text')} />;
  }
  if (offer.state !== 'open') return <OfferOver offer={offer} />;
  const { event, fromName: from, toName, expiresAt } = offer;
  const booking = await getTranslations('booking');
  return (
    <main
      id="content"
      className="tinted wrap pb-24"
      style={{ '--hue': posterHue({ category: event.category.slug, seed: event.slug }) }}
    >
      <h1
        className={`${from.length > LONG_NAME ? 'display-t5' : 'display-t6 max-w-[14ch]'} pt-8 pb-10 hyphens-auto [overflow-wrap:anywhere]`}
      >
        {t('title', { from })}
      </h1>
      <div className="grid gap-x-10 gap-y-12 desk:grid-cols-[minmax(0,1fr)_380px]">
        <div>
          <BookingTicket
            ticket={{
              readableCode: '',
              status: 'valid',
              attendeeName: toName,
              ticketType: offer.ticketType,
              qr: null,
              pdfHref: null,
            }}
            number={1}
            count={1}
            occasion={occasionOf(event, locale, booking('online'))}
          />
        </div>
        <section className="border-t-[1.5px] border-rule pt-4">
          <h2 className="display-t4 mb-5">{t('take')}</h2>
          <ClientMessages namespaces={['holder']}>
            <ClaimForm
              ticketKey={key}
              from={from}
              name={toName}
              claim={claimAction}
              decline={declineAction}
            />
          </ClientMessages>
          <p className="mt-5 text-15 text-ink-2">
            {t('until', { when: formatTime(expiresAt, event.timezone, locale, 'dayTime') })}
          </p>
          <p className="mt-2 text-15 text-ink-2">{t('money')}</p>
          <Link
            className="link mt-2 inline-flex min-h-11 items-center"
            href={{ pathname: '/events/[slug]', params: { slug: event.slug } }}
          >
            {booking('event')}
          </Link>
        </section>
      </div>
    </main>
  );
}

// messages: booking.transfer.over.*
/** What has become of it, and where to go on. */
async function OfferOver({ offer }: { offer: FoundOffer }) {
  const t = await getTranslations('booking.transfer.over');
  const values = { from: offer.fromName, event: offer.event.title };
  const { state } = offer;
  if (state === 'open') return null;
  return (
    <PageMessage title={t(`${state}.title`, values)} text={t(`${state}.text`, values)}>
      <Link
        href={state === 'claimed' ? '/find-tickets' : '/events'}
        className={buttonClass({ variant: 'line' })}
      >
        {t(state === 'claimed' ? 'find' : 'browse')}
      </Link>
    </PageMessage>
  );
}
