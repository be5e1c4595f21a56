import { sql } from 'drizzle-orm';
import { database } from '../../database.ts';
import { log } from '../../log.ts';
import { isUnknownObject } from '../stripe.ts';
import { paymentIntentChanged } from './payment-intent-changed.ts';
import { refundChanged } from './refund-changed.ts';
import type { StoredEvent } from './stored-event.ts';

/** The events Foyer acts on; everything else Stripe sends is stored and left alone. */
const handlers: Record<string, ((event: StoredEvent) => Promise<void>) | undefined> = {
  'payment_intent.succeeded': paymentIntentChanged,
  'payment_intent.payment_failed': paymentIntentChanged,
  'payment_intent.processing': paymentIntentChanged,
  'payment_intent.requires_action': paymentIntentChanged,
  'payment_intent.canceled': paymentIntentChanged,
  'refund.created': refundChanged,
  'refund.updated': refundChanged,
  'refund.failed': refundChanged,
};

/**
 * A flow: acts on a stored event that has not been processed. Two at once do no harm: both ask Stripe, and the second
 * finds nothing to change.
 */
export async function handleStripeEvent(id: string): Promise<void> {
  const { rows } = await database().execute<{ type: string; object_id: string }>(sql`
    select type, object_id from stripe_events where id = ${id} and processed_at is null`);
  const event = rows[0];
  if (!event) return;
  const handler = handlers[event.type];
  try {
    if (handler) return await handler({ id, objectId: event.object_id });
  } catch (error) {
    // Stripe signed it and yet knows no such object: nothing will ever come of it.
    if (!isUnknownObject(error)) throw error;
    log().error(
      { stripeEventId: id, objectId: event.object_id },
      'an event about an object Stripe does not know',
    );
  }
  await database().execute(sql`update stripe_events set processed_at = app_now() where id = ${id}`);
}
