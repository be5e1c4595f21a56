import { emit } from './events.ts';
import { newId } from './ids.ts';
import type { DisputeDoc } from './objects.ts';
import { NO_REQUEST, type World } from './world.ts';

/** The cardholder disputes a charge in full. */
export function createDispute(world: World, chargeId: string): void {
  const charge = world.store.find('charge', chargeId);
  if (!charge || charge.disputed) return;
  const dispute: DisputeDoc = {
    id: newId('dp'),
    object: 'dispute',
    amount: charge.amount,
    balance_transactions: [],
    charge: charge.id,
    created: world.clock.now(),
    currency: charge.currency,
    intended_submission_method: null,
    is_charge_refundable: false,
    livemode: false,
    metadata: {},
    payment_intent: charge.payment_intent,
    reason: 'fraudulent',
    status: 'needs_response',
  };
  world.store.insert('dispute', dispute, { belongsTo: charge.payment_intent, charge: charge.id });
  world.store.save('charge', { ...charge, disputed: true });
  emit(world, NO_REQUEST, 'charge.dispute.created', dispute);
}
