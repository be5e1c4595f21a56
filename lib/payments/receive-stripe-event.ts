import { sql } from 'drizzle-orm';
import Stripe from 'stripe';
import { database } from '../database.ts';
import { env } from '../env.ts';
import { log } from '../log.ts';
import { handleStripeEvent } from './handle-stripe-event/handle-stripe-event.ts';
import { stripe } from './stripe.ts';

export type Receipt =
  /** Done, or known already: Stripe need not send it again. */
  | 'accepted'
  /** Not signed with our secret, or of the other mode. */
  | 'refused';

/**
 * A flow: takes in what Stripe sends. Verifies the signature over the raw body, stores the event, then handles it. It
 * is marked as processed in the transaction that acts on it, so an event that was stored and not handled (a crash, an
 * error) is handled when it comes again, or by the sweeper. Nothing here depends on each event coming once.
 *
 * @throws when the event could not be handled now; answer 500, and Stripe sends it again
 */
export async function receiveStripeEvent(body: string, signature: string): Promise<Receipt> {
  const { webhookSecret, mode } = env().payments;
  let event: Stripe.Event;
  try {
    event = await stripe().webhooks.constructEventAsync(body, signature, webhookSecret);
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeSignatureVerificationError)) throw error;
    log().warn('a webhook with a bad signature');
    return 'refused';
  }
  if (event.livemode !== (mode === 'live')) {
    log().error({ stripeEventId: event.id }, 'a webhook of the other mode');
    return 'refused';
  }
  const { object } = event.data;
  const objectId = 'id' in object && typeof object.id === 'string' ? object.id : '';
  const { rows } = await database().execute<{ processed: boolean }>(sql`
    insert into stripe_events (id, type, livemode, object_id, payload)
    values (${event.id}, ${event.type}, ${event.livemode}, ${objectId},
      ${storable(event)}::jsonb)
    on conflict (id) do update set type = excluded.type
    returning processed_at is not null as processed`);
  if (rows[0]?.processed !== true) await handleStripeEvent(event.id);
  return 'accepted';
}

/** As JSON that PostgreSQL takes: it cannot store the null character, and nothing here needs it. */
function storable(event: Stripe.Event): string {
  return JSON.stringify(event).replaceAll('\\u0000', '');
}
