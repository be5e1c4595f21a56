'use server';

import type { FormAnswer } from '#components/ui/use-form-action.ts';
import { database } from '#lib/database.ts';
import { refundQuarantinedPayment } from '#lib/payments/refund-quarantined-payment.ts';
import { settleQuarantinedPayment } from '#lib/payments/settle-quarantined-payment.ts';
import { deed } from '../deed.ts';

const HERE = '/admin/payments';

/** Sends a payment back. */
export async function sendBackAction(_previous: FormAnswer | null, data: FormData): Promise<FormAnswer> {
  return deed(data, HERE, async (actor, id, reason) => {
    const { changed } = await refundQuarantinedPayment(database(), actor, id, { reason });
    return changed ? 'sent_back' : 'decided';
  });
}

/** Closes one that was dealt with by other means. */
export async function settleAction(_previous: FormAnswer | null, data: FormData): Promise<FormAnswer> {
  return deed(data, HERE, async (actor, id, reason) => {
    const { changed } = await settleQuarantinedPayment(database(), actor, id, { reason });
    return changed ? 'settled' : 'decided';
  });
}
