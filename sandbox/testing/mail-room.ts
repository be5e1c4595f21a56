import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import * as schema from '#db/schema/index.ts';
import { database, pool } from '#lib/database.ts';
import { deliverMail } from '#lib/notifications/deliver.ts';
import type { DeliveryKind } from '#lib/notifications/enqueue-delivery.ts';
import { enqueueDelivery } from '#lib/notifications/enqueue-delivery.ts';
import { enqueueExpiredMails } from '#lib/notifications/enqueue-expired-mails.ts';
import { createMailer } from '#lib/notifications/resend.ts';
import { newReference } from '#lib/reference.ts';
import { type MailOptions, type RunningMail, startMail } from '../mail/start-mail.ts';
import { useDatabase } from '../postgres/testing.ts';

const apiKey = 're_sandbox_test';
const sender = 'Foyer <tickets@foyer.example>';

/** The key that the tickets in these mails are signed with. */
export const signingKeys = `t1:${Buffer.alloc(32, 9).toString('base64url')}`;

/** A mail as the stand-in's control API tells it. */
type Received = {
  id: string;
  to: string[];
  replyTo: string[];
  subject: string;
  html: string;
  text: string;
  batch: boolean;
  idempotencyKey: string;
  attachments: { filename: string; contentType: string; contentId: string | null; content: string }[];
};

type DeliveryRow = {
  status: string;
  attempts: number;
  last_error: string | null;
  provider_id: string | null;
  batch_id: string | null;
  recipient: string;
  with_attachments: boolean | null;
};

type BookingChange = {
  quantity?: number;
  price?: number;
  locale?: string;
  buyerEmail?: string;
  attendeeEmail?: string;
  name?: string;
  kind?: DeliveryKind;
  /** Minor units that a promo code MATES takes off. */
  discount?: number;
  /** What became of the payment, when one was begun. */
  payment?: { status: 'canceled' | 'requires_payment_method'; code?: string; message?: string };
};

const statusOf = {
  booking_confirmed: 'confirmed',
  booking_refunded: 'refunded',
  booking_expired: 'expired',
} as const;

/** A booking, with its tickets when it is confirmed, and its delivery asked for. */
async function insertBooking(
  { organizerId, eventId, typeId, promoCodeId }: Sale,
  change: BookingChange,
): Promise<{ id: string; reference: string; email: string }> {
  const {
    quantity = 1,
    price = 2400,
    locale = 'en',
    name = 'Marta Ferreira',
    kind = 'booking_confirmed',
  } = change;
  const reference = newReference();
  const email = change.buyerEmail ?? `${reference.toLowerCase()}@mail.example`;
  const discount = change.discount ?? 0;
  const total = price * quantity - discount;
  return database().transaction(async (tx) => {
    const [booking] = await tx
      .insert(schema.bookings)
      .values({
        reference,
        secretHash: Buffer.alloc(32, 1),
        organizerId,
        eventId,
        status: statusOf[kind],
        paymentsMode: 'sandbox',
        locale,
        currency: 'EUR',
        subtotal: price * quantity,
        discount,
        promoCodeId: discount > 0 ? promoCodeId : null,
        fee: 0,
        tax: 0,
        total,
        buyerName: name,
        buyerEmail: email,
        buyerEmailNormalised: email,
        paymentStartedAt: new Date(),
        expiresAt: new Date(),
        confirmedAt: new Date(),
        revision: 1,
      })
      .returning({ id: schema.bookings.id });
    if (!booking) throw new Error('no booking');
    const line = { bookingId: booking.id, eventId, ticketTypeId: typeId };
    const ticketPrices = Array.from({ length: quantity }, () => ({ discount: 0, fee: 0, tax: 0 }));
    const [item] = await tx
      .insert(schema.bookingItems)
      .values({ ...line, quantity, unitPrice: price, unitFee: 0, ticketPrices })
      .returning({ id: schema.bookingItems.id });
    if (!item) throw new Error('no item');
    if (kind === 'booking_confirmed') {
      await tx.insert(schema.tickets).values(
        Array.from({ length: quantity }, (_, position) => ({
          ...line,
          itemId: item.id,
          position,
          code: newReference(),
          attendeeName: position === 0 ? name : `Guest ${position}`,
          attendeeEmail: position === 1 ? (change.attendeeEmail ?? null) : null,
          price,
          discount: 0,
          fee: 0,
          tax: 0,
        })),
      );
    }
    if (change.payment) {
      await tx.insert(schema.payments).values({
        bookingId: booking.id,
        attempt: 1,
        stripePaymentIntentId: `pi_${reference}`,
        paymentsMode: 'sandbox',
        status: change.payment.status,
        currency: 'EUR',
        amount: total,
        lastErrorCode: change.payment.code ?? null,
        lastErrorMessage: change.payment.message ?? null,
      });
    }
    if (kind === 'booking_expired') await enqueueExpiredMails(tx, [booking.id]);
    else await enqueueDelivery(tx, { kind, bookingId: booking.id, revision: 1 });
    return { id: booking.id, reference, email };
  });
}

/** What the bookings are for. */
type Sale = { organizerId: string; eventId: string; typeId: string; promoCodeId: string };

async function insertSale(): Promise<Sale> {
  const db = database();
  const [organizer] = await db
    .insert(schema.organizers)
    .values({ slug: 'mare', name: 'Maré Baixa', email: 'ola@mare.example', country: 'PT' })
    .returning({ id: schema.organizers.id });
  const organizerId = organizer?.id ?? '';
  const [venue] = await db
    .insert(schema.venues)
    .values({
      organizerId,
      slug: 'incrivel',
      name: 'Cine Incrível',
      address: 'Rua da Boavista 84',
      city: 'Lisbon',
      country: 'PT',
      latitude: 38.7075,
      longitude: -9.1502,
      timezone: 'Europe/Lisbon',
      capacity: 100,
    })
    .returning({ id: schema.venues.id });
  const [category] = await db
    .insert(schema.categories)
    .values({ slug: 'concert', names: { en: 'Concert', de: 'Konzert' } })
    .returning({ id: schema.categories.id });
  const [event] = await db
    .insert(schema.events)
    .values({
      organizerId,
      venueId: venue?.id ?? null,
      categoryId: category?.id ?? '',
      slug: 'salt-static',
      title: 'Salt & Static',
      summary: 'Loud.',
      description: 'Very loud.',
      status: 'published',
      doorsAt: new Date('2027-07-02T22:30:00Z'),
      startsAt: new Date('2027-07-02T23:30:00Z'),
      endsAt: new Date('2027-07-03T02:00:00Z'),
      timezone: 'Europe/Lisbon',
      currency: 'EUR',
      refundPolicy: 'Until the day before.',
      publishedAt: new Date(),
    })
    .returning({ id: schema.events.id });
  const eventId = event?.id ?? '';
  const [type] = await db
    .insert(schema.ticketTypes)
    .values({ eventId, name: 'Standing', price: 2400 })
    .returning({ id: schema.ticketTypes.id });
  const typeId = type?.id ?? '';
  const [promo] = await db
    .insert(schema.promoCodes)
    .values({ eventId, code: 'MATES', amountOff: 500 })
    .returning({ id: schema.promoCodes.id });
  return { organizerId, eventId, typeId, promoCodeId: promo?.id ?? '' };
}

/**
 * Sets up what the tests of mails need: a database with an event on sale, and for each test a mail stand-in of its own
 * and no deliveries. Call it at the top of the file.
 */
export function useMailRoom() {
  const addresses = useDatabase();
  let mail: RunningMail | undefined;
  let sale: Sale | undefined;

  const current = (): RunningMail => {
    if (!mail) throw new Error('the mail stand-in is there only while tests run');
    return mail;
  };
  const onSale = (): Sale => {
    if (!sale) throw new Error('the event is there only while tests run');
    return sale;
  };
  const restart = async (options: Partial<MailOptions> = {}): Promise<void> => {
    await mail?.close();
    mail = await startMail({ data: ':memory:', apiKey, rate: 500, ...options });
  };
  const newMailer = (key = apiKey) => createMailer({ apiKey: key, baseUrl: current().url, from: sender });

  beforeAll(async () => {
    Object.assign(process.env, {
      DATABASE_URL: addresses.appUrl,
      APP_URL: 'https://foyer.example',
      AUTH_SECRET: 'x'.repeat(32),
      TICKET_SIGNING_KEYS: signingKeys,
      PAYMENTS_MODE: 'sandbox',
      STRIPE_SECRET_KEY: 'sk_sandbox_x',
      STRIPE_PUBLISHABLE_KEY: 'pk_sandbox_x',
      STRIPE_WEBHOOK_SECRET: 'whsec_sandbox_x',
      STRIPE_API_BASE: 'http://127.0.0.1:1',
      RESEND_API_KEY: apiKey,
      RESEND_BASE_URL: 'http://127.0.0.1:1',
      MAIL_FROM: sender,
      LOG_LEVEL: 'silent',
    });
    sale = await insertSale();
  });
  beforeEach(async () => {
    await restart();
    await database().execute(sql`delete from deliveries`);
  });
  afterEach(() => mail?.close());
  afterAll(() => pool().end());

  return {
    eventId: () => onSale().eventId,
    /** Puts another stand-in, empty and with these options, in the place of the one that runs. */
    restart,
    newMailer,
    /** Sends what waits, as the worker does. */
    run: (options: { patienceMs?: number; signal?: AbortSignal } = {}) =>
      deliverMail({ db: database(), mailer: newMailer(), patienceMs: 5_000, ...options }),
    makeBooking: (change: BookingChange = {}) => insertBooking(onSale(), change),
    /** What has arrived, newest first. */
    inbox: async (query = ''): Promise<Received[]> => {
      const answer = await fetch(`${current().controlUrl}/messages?limit=1000${query}`);
      return ((await answer.json()) as { messages: Received[] }).messages;
    },
    /** Plans a fault of the stand-in; see sandbox/mail/README.md. */
    fault: async (body: Record<string, unknown>): Promise<void> => {
      const answer = await fetch(`${current().controlUrl}/faults`, {
        method: 'POST',
        body: JSON.stringify(body),
      });
      if (!answer.ok) throw new Error(`the fault was not taken: ${await answer.text()}`);
    },
    deliveries: async (): Promise<DeliveryRow[]> => {
      const { rows } = await database().execute<DeliveryRow>(sql`select * from deliveries order by id`);
      return rows;
    },
  };
}
