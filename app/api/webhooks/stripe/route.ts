import { log } from '#lib/log.ts';
import { receiveStripeEvent } from '#lib/payments/receive-stripe-event.ts';

/** Where Stripe sends its events. Answers 2xx only once what it said is committed, so that Stripe sends it again if not. */
export async function POST(request: Request): Promise<Response> {
  const signature = request.headers.get('stripe-signature');
  if (!signature) return new Response('no signature', { status: 400 });
  try {
    const receipt = await receiveStripeEvent(await request.text(), signature);
    return new Response(receipt, { status: receipt === 'accepted' ? 200 : 400 });
  } catch (error) {
    log().error({ err: error }, 'a webhook could not be handled');
    return new Response('try again', { status: 500 });
  }
}
