import { expect, test } from 'playwright/test';
import { ask, violations } from './stage/database.ts';
import { until } from './stage/house.ts';
import { stripeState } from './stage/stripe.ts';

// Runs when all other tests are done, however they ended: what they did to the house must not have broken it.

test('everything that was under way has come to its end', async () => {
  const open = () =>
    ask<{ what: string }>(
      `select 'mail ' || id as what from deliveries where status = 'pending'
       union all select 'event ' || id from stripe_events where processed_at is null
       union all select 'refund ' || id from refunds where status not in ('succeeded', 'failed', 'canceled')`,
    );
  await until('nothing is under way', open, { timeoutMs: 40_000, wanted: (found) => found.length === 0 });
});

test('the rules that must never break are kept', async () => {
  expect(await violations()).toEqual([]);
});

test('no booking was charged twice, and Stripe and Foyer agree on what was paid', async () => {
  const { paymentIntents } = await stripeState();
  const succeeded = paymentIntents.filter((intent) => intent.status === 'succeeded').map(({ id }) => id);
  const ours = await ask<{ intent: string }>(
    `select stripe_payment_intent_id as intent from payments where status = 'succeeded'`,
  );
  expect(ours.map(({ intent }) => intent).sort()).toEqual(succeeded.sort());
  const twice = await ask(
    `select booking_id from payments where status = 'succeeded' group by booking_id having count(*) > 1`,
  );
  expect(twice).toEqual([]);
});

test('no mail was sent twice', async () => {
  const twice = await ask(
    `select booking_id, subject_id, kind, recipient, revision from deliveries
     group by booking_id, subject_id, kind, recipient, revision having count(*) > 1`,
  );
  expect(twice).toEqual([]);
});
