import { Resend } from 'resend';
import { afterEach } from 'vitest';
import { type MailOptions, type RunningMail, startMail } from './start-mail.ts';

export const KEY = 're_sandbox_test';

/** A mail to vary. */
export const MAIL = {
  from: 'Foyer <tickets@foyer.example>',
  to: 'Zoë Müller <zoe@mail.example>',
  subject: 'Your ticket',
  html: '<p>Hello <img src="cid:qr-1"></p>',
  text: 'Hello',
  replyTo: 'box@venue.example',
  headers: { 'X-Entity-Ref-ID': 'b-1' },
  tags: [{ name: 'kind', value: 'booking' }],
};

const running: RunningMail[] = [];

/** Starts a stand-in, with the real SDK pointed at it. `useMail` closes it. */
async function start(options: Partial<MailOptions> = {}) {
  const mail = await startMail({ data: ':memory:', apiKey: KEY, rate: 0, ...options });
  running.push(mail);
  return { mail, resend: new Resend(KEY, { baseUrl: mail.url }) };
}

type Listed = {
  count: number;
  messages: { id: string; subject: string; to: string[]; attachments: unknown[] }[];
};

/** What has arrived, by the control API. */
export async function list(mail: RunningMail, query = ''): Promise<Listed> {
  return (await fetch(`${mail.controlUrl}/messages${query}`)).json() as Promise<Listed>;
}

/** Plans a fault. */
export async function fault(mail: RunningMail, body: Record<string, unknown>): Promise<void> {
  const answer = await fetch(`${mail.controlUrl}/faults`, { method: 'POST', body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`the fault was not taken: ${await answer.text()}`);
}

/** Gives a test file `start`; whatever a test started is closed after it. Call it at the top of the file. */
export function useMail() {
  afterEach(async () => {
    await Promise.all(running.splice(0).map((mail) => mail.close()));
  });
  return start;
}
