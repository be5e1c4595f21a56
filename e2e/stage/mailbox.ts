import { house, until } from './house.ts';

export type Mail = {
  id: string;
  to: string[];
  subject: string;
  html: string;
  text: string;
  replyTo: string[];
  attachments: { filename: string; contentType: string; contentId: string | null; content: string }[];
};

/** Mails to an address that the stand-in accepted, newest first. */
export async function mailsTo(address: string): Promise<Mail[]> {
  const query = new URLSearchParams({ to: address });
  const response = await fetch(`${house().controls.SANDBOX_MAIL_CONTROL_URL}/messages?${query}`);
  const { messages } = (await response.json()) as { messages: Mail[] };
  return messages;
}

/** The one mail to an address, as soon as it is there. */
export async function mailTo(address: string): Promise<Mail> {
  const mails = await until(`${address} has mail`, () => mailsTo(address), {
    wanted: (found) => found.length > 0,
  });
  const [mail] = mails;
  if (!mail || mails.length > 1) throw new Error(`${address} got ${mails.length} mails instead of one.`);
  return mail;
}

/** Steers the mail stand-in; see sandbox/mail/README.md. */
export async function steerMail(method: 'POST' | 'DELETE', path: string, body?: object): Promise<void> {
  const response = await fetch(`${house().controls.SANDBOX_MAIL_CONTROL_URL}${path}`, {
    method,
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
}
