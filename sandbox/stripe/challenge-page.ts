import type { IncomingMessage, ServerResponse } from 'node:http';
import { describeAmount } from './currencies.ts';
import { decodeForm } from './form.ts';
import { readBody, send } from './http.ts';
import type { PaymentIntentDoc } from './objects.ts';
import { answerChallenge, type ChallengeOutcome, openChallenge } from './three-d-secure.ts';
import type { World } from './world.ts';

const OUTCOMES: readonly ChallengeOutcome[] = ['complete', 'fail', 'abandon'];

const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  // No form-action: browsers apply it to the redirect as well, and that leads to the shop.
  'content-security-policy': "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors *",
};

function page(title: string, content: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="/sandbox/challenge.css">
</head>
<body>
<main>
${content}
</main>
</body>
</html>
`;
}

function challengeContent(intent: PaymentIntentDoc): string {
  return `<p class="note">Sandbox: no real money</p>
<h1>Confirm your payment</h1>
<p>Your bank asks whether it is you who pays <strong>${describeAmount(intent.amount, intent.currency)}</strong>. In life this is where a code or the bank's app comes in.</p>
<form method="post">
<button name="outcome" value="complete">Complete</button>
<button name="outcome" value="fail" class="plain">Fail</button>
<button name="outcome" value="abandon" class="plain">Close and go back</button>
</form>`;
}

const NOTHING_OPEN = `<h1>Nothing to confirm</h1>
<p>This request was answered already, or the payment was cancelled. You can close this page.</p>`;

/** The page of the "bank", at `/3d-secure/<intent>/<token>`. */
export async function handleChallenge(
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
): Promise<void> {
  const [, , intentId = '', token = ''] = path.split('/');
  const open = openChallenge(world, intentId, token);
  if (!open) {
    send(response, 410, page('Nothing to confirm', NOTHING_OPEN), HEADERS);
    return;
  }
  if (request.method !== 'POST') {
    send(response, 200, page('Confirm your payment', challengeContent(open.intent)), HEADERS);
    return;
  }
  const given = decodeForm(await readBody(request)).outcome;
  const outcome = OUTCOMES.find((one) => one === given);
  const result = outcome ? answerChallenge(world, intentId, outcome, token) : undefined;
  if (!result) {
    send(response, 400, page('Nothing to confirm', NOTHING_OPEN), HEADERS);
    return;
  }
  if (result.redirectUrl === null) {
    const text = `<h1>Done</h1>\n<p>The payment is now: ${result.intent.status.replaceAll('_', ' ')}. You can close this page.</p>`;
    send(response, 200, page('Done', text), HEADERS);
    return;
  }
  send(response, 303, '', { ...HEADERS, location: result.redirectUrl });
}
