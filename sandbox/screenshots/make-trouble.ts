import type { Client } from 'pg';
import { holdTickets } from '#lib/booking/hold-tickets.ts';
import { database } from '#lib/database.ts';
import { reconcilePayment } from '#lib/payments/reconcile-payment.ts';
import { settleQuarantinedPayment } from '#lib/payments/settle-quarantined-payment.ts';
import { startPayment } from '#lib/payments/start-payment.ts';
import { stripe } from '#lib/payments/stripe.ts';
import { admin, attendee } from '../seed/people.ts';

// What admins have to deal with, made to order. `lib/env.ts` must find the environment of the house.

/** Runs SQL as the owner, who may write what no verb does. */
export type AsOwner = <Row extends Record<string, unknown>>(
  statement: string,
  values: unknown[],
) => Promise<Row[]>;

/** A booking of one whose payment is a cent short of what was asked for, and therefore set aside. */
export async function setPaymentAside(
  asOwner: AsOwner,
  slug: string,
): Promise<{ paymentId: string; reference: string }> {
  const [offer] = await asOwner<{ eventId: string; ticketTypeId: string }>(
    `select e.id as "eventId", t.id as "ticketTypeId" from events e join ticket_types t on t.event_id = e.id
     where e.slug = $1 and t.price > 0 order by t.position limit 1`,
    [slug],
  );
  if (!offer) throw new Error(`${slug} costs nothing.`);
  const { eventId, ticketTypeId } = offer;
  const { reference, secret } = await holdTickets(
    { eventId, items: [{ ticketTypeId, quantity: 1 }], locale: 'en' },
    { userId: null },
  );
  const started = await startPayment(
    reference,
    {
      buyerName: 'Marta Ferreira',
      buyerEmail: `${reference.toLowerCase()}@example.org`,
      attendees: [{ ticketTypeId, name: 'Marta Ferreira', email: '' }],
      acceptTerms: true,
      marketingConsent: false,
    },
    { actor: { kind: 'guest' }, key: secret },
  );
  if (started.kind !== 'pay') throw new Error(`${slug} costs nothing.`);
  const intent = started.clientSecret.split('_secret_')[0] ?? '';
  const [payment] = await asOwner<{ id: string }>(
    'update payments set amount = amount + 1 where stripe_payment_intent_id = $1 returning id',
    [intent],
  );
  await stripe().paymentIntents.confirm(intent, {
    payment_method: 'pm_card_visa',
    return_url: 'https://foyer.example/return',
  });
  await reconcilePayment(intent);
  return { paymentId: payment?.id ?? '', reference };
}

/** A job about somebody whose last try has failed, and whose next one is far off. Tried again, it finds nothing to do. */
export async function failJob(
  asOwner: AsOwner,
  userId: string,
  { tries = 3, error = 'database' } = {},
): Promise<string> {
  // Far off from the start, or the worker would have it before it has failed.
  const [job] = await asOwner<{ id: string }>(
    `select id::text from graphile_worker.add_job('adopt_bookings', $1::json, run_at => now() + interval '1 day')`,
    [JSON.stringify({ userId })],
  );
  if (!job) throw new Error('no job was added');
  await asOwner('update graphile_worker._private_jobs set attempts = $2, last_error = $3 where id = $1', [
    job.id,
    tries,
    error,
  ]);
  return job.id;
}

/** Two payments that wait and one about which an admin has decided, a job that is tried again and one that is given up. */
export async function makeTrouble(owner: Client, slug: string): Promise<void> {
  const asOwner: AsOwner = async <Row extends Record<string, unknown>>(
    statement: string,
    values: unknown[],
  ) => (await owner.query<Row>(statement, values)).rows;
  const idOf = async (email: string) => {
    const [user] = await asOwner<{ id: string }>('select id from users where email = $1', [email]);
    return user?.id ?? '';
  };
  await setPaymentAside(asOwner, slug);
  const { paymentId: failed } = await setPaymentAside(asOwner, slug);
  await asOwner(`update payments set amount = captured, quarantine_reason = 'refund_failed' where id = $1`, [
    failed,
  ]);
  await asOwner(
    `insert into refunds (payment_id, status, reason, currency, amount, failure_reason)
     select id, 'failed', 'late_payment', currency, captured, 'lost_or_stolen_card' from payments where id = $1`,
    [failed],
  );
  const { paymentId: decided } = await setPaymentAside(asOwner, slug);
  const userId = await idOf(admin.email);
  await settleQuarantinedPayment(
    database(),
    { kind: 'user', userId, role: 'admin', sessionId: 'none', memberships: [] },
    decided,
    { reason: 'A cent is a cent: taken as it is, after a call with the buyer.' },
  );
  await failJob(asOwner, await idOf(attendee.email), { tries: 25, error: 'defect' });
  await failJob(asOwner, await idOf(attendee.email));
}
