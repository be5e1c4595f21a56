import { admin, attendee, demoPassword, organizers } from '../seed/people.ts';
import type { Sandbox } from './sandbox-types.ts';

const line = (label: string, text: string) => `  ${label.padEnd(17)}${text}`;

/** What a person needs to know once everything runs. */
export function describeSandbox(
  sandbox: Sandbox,
  stop = 'Ctrl-C stops everything; your data is kept.',
): string {
  const { mareBaixa } = organizers;
  const signIn = (who: string, email: string) => line(who, `${email.padEnd(26)}${demoPassword}`);
  const [owner, manager] = mareBaixa.members;
  const cards = sandbox.brought.stripe
    ? [line('Cards', `your own Stripe account, in ${sandbox.environment.PAYMENTS_MODE} mode`)]
    : [
        line('Cards', '4242 4242 4242 4242       pays (any date to come, any CVC)'),
        line('', '4000 0000 0000 0002       is declined'),
        line('', '4000 0000 0000 9995       has insufficient funds'),
        line('', '4000 0025 0000 3155       asks for 3-D Secure: pass, fail or close it'),
      ];
  const signIns = [
    signIn('Attendee', attendee.email),
    ...(owner ? [signIn('Organizer', owner.email)] : []),
    ...(manager ? [signIn('Manager', manager.email)] : []),
    signIn('Admin', admin.email),
  ];
  return [
    '',
    line('Foyer is open', sandbox.appUrl),
    line('Inbox', sandbox.inboxUrl ?? 'none here: mail is really sent, through Resend'),
    '',
    ...(sandbox.seeded
      ? signIns
      : [line('Events', 'only your own: nothing was seeded, because real keys or your own data are in use')]),
    '',
    ...cards,
    '',
    line('Try', '1  Find an event, take two tickets, pay with the first card as a guest.'),
    line('', '2  Read the mail in the inbox; the tickets and their codes are in it.'),
    line('', '3  Let a card be declined, then pay with another: the places stay yours.'),
    line('', `4  Sign in as ${owner?.name ?? 'the organizer'} and look at ${sandbox.appUrl}/dashboard`),
    line('', `5  Sign in as the admin and look at ${sandbox.appUrl}/admin`),
    line('', '6  In another window: npm run clock -- +15m   (a hold that nobody paid for expires)'),
    '',
    line('', stop),
    '',
  ].join('\n');
}
