import { beforeEach, describe, expect, it } from 'vitest';
import { useApplication } from '#sandbox/testing/application.ts';
import { guestHolds, pay, stateOf } from '#sandbox/testing/buyer.ts';
import { receiveStripeEvent } from './receive-stripe-event.ts';
import { isReconcileDue, reconcileDue } from './reconcile-due.ts';
import { stripe } from './stripe.ts';

const app = useApplication({ ownStripe: true });

beforeEach(async () => {
  await app.setClock(0);
  await app.stripeControl('/webhooks', { dropNext: 'all' });
});

/** An event as Stripe would send it, signed with our secret. */
function signed(event: Record<string, unknown>): { body: string; signature: string } {
  const body = JSON.stringify({
    object: 'event',
    livemode: false,
    api_version: '2026-01-01',
    created: Math.floor(Date.now() / 1000),
    ...event,
  });
  const secret = app.environment()['STRIPE_WEBHOOK_SECRET'] ?? '';
  return { body, signature: stripe().webhooks.generateTestHeaderString({ payload: body, secret }) };
}

const about = (id: string, objectId: string, changes: object = {}) => ({
  id,
  type: 'payment_intent.succeeded',
  data: { object: { id: objectId, object: 'payment_intent', ...changes } },
});

describe('what Stripe sends', () => {
  it('is refused when it is not signed with our secret, or of the other mode', async () => {
    const { body } = signed(about('evt_1', 'pi_1'));
    expect(await receiveStripeEvent(body, 't=1,v1=00')).toBe('refused');
    const live = signed({ ...about('evt_2', 'pi_1'), livemode: true });
    expect(await receiveStripeEvent(live.body, live.signature)).toBe('refused');
    expect(await app.asOwner(`select id from stripe_events`)).toEqual([]);
  });

  it('is kept, and left alone, when Stripe knows no such object, or it is of no interest', async () => {
    for (const event of [
      about('evt_unknown', 'pi_unknown'),
      about('evt_null', 'pi_unknown', { description: 'a\u0000b' }),
      { id: 'evt_other', type: 'customer.created', data: { object: { id: 'cus_1', object: 'customer' } } },
    ]) {
      const { body, signature } = signed(event);
      expect(await receiveStripeEvent(body, signature)).toBe('accepted');
    }
    expect(await app.asOwner(`select id from stripe_events where processed_at is null`)).toEqual([]);
  });

  it('does not wait behind what fails again and again', async () => {
    await app.stripeControl('/faults', {
      kind: 'status',
      status: 500,
      times: 200,
      path: '/v1/payment_intents/pi_poison',
    });
    for (let index = 0; index < 60; index += 1) {
      const { body, signature } = signed(about(`evt_poison_${index}`, 'pi_poison'));
      await receiveStripeEvent(body, signature).catch(() => undefined);
    }
    const booking = await guestHolds(await app.eventOnSale());
    const intent = await pay(booking);
    await app.asOwner(
      `insert into stripe_events (id, type, livemode, object_id, payload)
       values ('evt_good', 'payment_intent.succeeded', false, $1, '{}')`,
      [intent],
    );
    await app.asOwner(`update payments set checked_at = now() + interval '1 day'`);
    await app.setClock(2);
    await reconcileDue();
    expect(await isReconcileDue()).toBe(true);
    await reconcileDue();
    expect((await stateOf(booking.bookingId)).status).toBe('confirmed');
    // Those that failed rest now, instead of being asked about twice a second.
    expect(await isReconcileDue()).toBe(false);
    await app.stripeControl('/faults', undefined, 'DELETE');
  });
});
