import { recordRefund } from '../record-refund.ts';
import { stripe } from '../stripe.ts';
import type { StoredEvent } from './stored-event.ts';

/** `refund.*`: ours have changed state, or somebody made one in Stripe's dashboard. */
export async function refundChanged(event: StoredEvent): Promise<void> {
  await recordRefund(await stripe().refunds.retrieve(event.objectId), event.id);
}
