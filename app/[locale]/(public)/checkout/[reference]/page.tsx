import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { Checkout } from '#components/checkout/checkout.tsx';
import { NOT_AUTHENTICATED } from '#components/checkout/not-authenticated.ts';
import { OrderSummary } from '#components/checkout/order-summary.tsx';
import { AgeLine } from '#components/event/age-line.tsx';
import { RefundWords } from '#components/event/refund-words.tsx';
import { ClientMessages } from '#components/site/client-messages.tsx';
import { ArrivalHeading } from '#components/ui/arrival-heading.tsx';
import { Status } from '#components/ui/status.tsx';
import { bookingAccess } from '#lib/auth/booking-access.ts';
import { currentAccount } from '#lib/auth/session.ts';
import { findBooking } from '#lib/booking/find-booking.ts';
import type { BookingView } from '#lib/booking/read-booking.ts';
import { env } from '#lib/env.ts';
import { DomainError } from '#lib/errors.ts';
import { getPathname } from '#lib/i18n/navigation.ts';
import { formatMoney } from '#lib/money.ts';
import { toStripeAmount } from '#lib/payments/stripe-amount.ts';
import { posterHue } from '#lib/posters/poster-hue.ts';
import { posterPath } from '#lib/posters/poster-path.ts';
import { softHyphens } from '#lib/soft-hyphens.ts';
import { formatTime } from '#lib/time.ts';
import * as actions from './actions.ts';

type Props = { params: Promise<{ reference: string }> };

const read = cache(async (reference: string): Promise<BookingView> => {
  try {
    return await findBooking(reference, await bookingAccess(reference));
  } catch (error) {
    if (error instanceof DomainError) notFound();
    throw error;
  }
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { reference } = await params;
  const [t, { event }] = await Promise.all([getTranslations('checkout'), read(reference)]);
  return { title: `${t('metaTitle')} · ${event.title}`, robots: { index: false } };
}

export default async function CheckoutPage({ params }: Props) {
  const { reference } = await params;
  const [booking, account, locale] = await Promise.all([read(reference), currentAccount(), getLocale()]);
  const t = await getTranslations('checkout');
  const bookingHref = getPathname({
    href: { pathname: '/bookings/[reference]', params: { reference } },
    locale,
  });
  if (!['held', 'paying', 'expired'].includes(booking.status)) redirect(bookingHref);
  const { event, currency, total, now, expiresAt } = booking;
  const { publishableKey, apiBase } = env().payments;
  const checkoutHref = getPathname({
    href: { pathname: '/checkout/[reference]', params: { reference } },
    locale,
  });
  const left = booking.status === 'expired' ? 0 : Math.max(0, expiresAt.getTime() - now.getTime());
  const unconfirmed = booking.payment?.lastErrorCode === NOT_AUTHENTICATED;
  return (
    <main
      id="content"
      className="on-its-own tinted wrap pb-24"
      style={{ '--hue': posterHue({ category: event.category.slug, seed: event.slug }) }}
    >
      <div className="grid grid-cols-[72px_1fr] items-end gap-x-4 pt-6 pb-8 tablet:grid-cols-[96px_1fr] tablet:gap-x-6">
        <img src={posterPath(event, 'svg')} alt="" width={1000} height={1250} className="rounded-[2px]" />
        <div className="min-w-0">
          <p className="flex flex-wrap items-baseline gap-x-4 text-15 font-[620]">
            {t('metaTitle')}
            {booking.paymentsMode === 'live' ? null : (
              <Status shape="diamond" tone="warn">
                {t('sandbox')}
              </Status>
            )}
          </p>
          <ArrivalHeading
            language={event.language}
            className="display-t4 mt-1 hyphens-auto tablet:display-t5 [overflow-wrap:anywhere]"
          >
            {softHyphens(event.title, event.language)}
          </ArrivalHeading>
          <p className="mt-2 tablet:text-t3">
            {formatTime(event.startsAt, event.timezone, locale, 'dayTime')}
            {event.venue ? `, ${event.venue.name}, ${event.venue.city}` : ''}
          </p>
        </div>
      </div>
      <ClientMessages namespaces={['checkout', 'errors', 'common']}>
        <Checkout
          booking={{
            reference,
            event: { id: event.id, title: event.title },
            organizer: event.organizer.name,
            total: total === 0 ? null : formatMoney(total, currency, locale),
            tickets: booking.items.flatMap((item) =>
              Array.from({ length: item.quantity }, (_, index) => ({
                key: `${item.ticketTypeId}-${index}`,
                ticketTypeId: item.ticketTypeId,
                ticketType: item.name,
              })),
            ),
            buyer: {
              name: booking.buyerName ?? account?.name ?? '',
              email: booking.buyerEmail ?? account?.email ?? '',
            },
            attendees: booking.items.flatMap((item) =>
              item.attendees.map(({ name, email }) => ({ name, email: email ?? '' })),
            ),
            declined:
              booking.status === 'held' && !unconfirmed ? (booking.payment?.lastErrorMessage ?? null) : null,
            unfinished:
              booking.payment?.status === 'requires_action' || (booking.status === 'held' && unconfirmed),
            returnUrl: `${env().appUrl}${checkoutHref}/return`,
            doneHref: bookingHref,
          }}
          payment={
            total === 0
              ? null
              : {
                  publishableKey,
                  sandboxOrigin: apiBase,
                  amount: toStripeAmount(total, currency),
                  currency: currency.toLowerCase(),
                }
          }
          time={{
            millisecondsLeft: left,
            wholeMilliseconds: Math.max(left, 600_000),
            until: expiresAt,
            // A card that was declined has brought more time than that already.
            canExtend: booking.canExtend && left <= 600_000,
          }}
          promoCode={
            booking.payment || !event.takesPromoCodes || booking.subtotal === 0
              ? null
              : { applied: booking.promoCode }
          }
          eventHref={getPathname({
            href: { pathname: '/events/[slug]', params: { slug: event.slug } },
            locale,
          })}
          actions={{
            start: actions.start.bind(null, reference),
            settle: actions.settle.bind(null, reference),
            holdState: actions.holdState.bind(null, reference),
            extend: actions.extend.bind(null, reference),
            applyPromoCode: actions.promoCode.bind(null, reference),
            giveBack: actions.giveBack.bind(null, reference),
            holdAgain: actions.holdAgain.bind(null, reference),
          }}
          summary={
            <>
              <OrderSummary booking={{ ...booking, ...event }} />
              <p className="mt-2 text-t1 text-ink-2 [overflow-wrap:anywhere]">
                <AgeLine event={event} />
              </p>
            </>
          }
          terms={
            <>
              <AgeLine event={event} />
              <span className="font-[620]">{t('summary.refunds')}:</span>{' '}
              <RefundWords terms={event} free={total === 0} />
            </>
          }
        />
      </ClientMessages>
    </main>
  );
}
