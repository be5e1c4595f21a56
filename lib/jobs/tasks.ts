import type { TaskList } from 'graphile-worker';
import { z } from 'zod';
import { adoptBookingsOf } from '../booking/adopt-bookings.ts';
import type { Jobs } from '../job-queue.ts';
import { log, withRequest } from '../log.ts';
import { deliverPending } from '../notifications/deliver.ts';
import { expireHolds } from '../payments/expire-holds.ts';
import { expirePayments } from '../payments/expire-payments.ts';
import { reconcileDue } from '../payments/reconcile-due.ts';
import { refundPayment } from '../payments/refund-payment.ts';
import { expireOffers } from '../transfers/expire-offers.ts';
import { JobFailed } from './failure-code.ts';
import { forgetOld } from './forget-old.ts';

const userPayload = z.object({ userId: z.uuid() });
const refundPayload = z.object({ refundId: z.uuid() });

const work: Record<keyof Jobs, (payload: unknown, signal: AbortSignal | undefined) => Promise<unknown>> = {
  adopt_bookings: (payload) => adoptBookingsOf(userPayload.parse(payload).userId),
  deliver_mail: (_, signal) => deliverPending(signal),
  expire_holds: () => expireHolds(),
  expire_offers: () => expireOffers(),
  expire_payments: () => expirePayments(),
  forget_old: (_, signal) => forgetOld(signal),
  reconcile_payments: () => reconcileDue(),
  refund_payment: (payload) => refundPayment(refundPayload.parse(payload).refundId),
};

/** What the worker can do. Log lines of a job carry its id where those of a request carry the request's. */
export const tasks: TaskList = Object.fromEntries(
  Object.entries(work).map(([name, run]) => [
    name,
    async (payload, helpers) => {
      await withRequest(`job-${helpers.job.id}`, async () => {
        try {
          await run(payload, helpers.abortSignal);
        } catch (error) {
          log().warn({ err: error, job: name, attempts: helpers.job.attempts }, 'a job failed');
          throw new JobFailed(error);
        }
      });
    },
  ]),
);
