import { reconcilePayment } from '../reconcile-payment.ts';
import type { StoredEvent } from './stored-event.ts';

/** `payment_intent.*`: whatever it says, Stripe is asked how the intent stands now. */
export async function paymentIntentChanged(event: StoredEvent): Promise<void> {
  await reconcilePayment(event.objectId, event.id);
}
