import { readBody } from '#lib/api/read-body.ts';
import { log } from '#lib/log.ts';
import { receiveStripeEvent } from '#lib/payments/receive-stripe-event.ts';

/** A time and at least one signature of the present scheme: https://docs.stripe.com/webhooks#verify-manually */
const SIGNATURE = /^t=\d{1,12},(?:.*,)?v1=[0-9a-f]{64}(?:,|$)/;

/** Bytes. Stripe's events are some kilobytes; whoever signs nothing is not read beyond this. */
const MOST = 1_000_000;

/** Where Stripe sends its events. Answers 2xx only once what it said is committed, so that Stripe sends it again if not. */
export async function POST(request: Request): Promise<Response> {
  const signature = request.headers.get('stripe-signature') ?? '';
  if (!SIGNATURE.test(signature)) return new Response('no signature', { status: 400 });
  try {
    const body = await readBody(request, MOST);
    if (body === null) return new Response('too large', { status: 413 });
    const receipt = await receiveStripeEvent(body, signature);
    return new Response(receipt, { status: receipt === 'accepted' ? 200 : 400 });
  } catch (error) {
    log().error({ err: error }, 'a webhook could not be handled');
    return new Response('try again', { status: 500 });
  }
}
