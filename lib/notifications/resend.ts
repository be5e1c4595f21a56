import { setTimeout as sleep } from 'node:timers/promises';
import { Resend } from 'resend';
import { env } from '../env.ts';
import { perProcess } from '../per-process.ts';
import type { MailAttachment } from './mail-attachments.ts';

/** Resend's default; it tells its own limit with each answer, and we follow that. */
const REQUESTS_PER_SECOND = 2;
/** Without it a half-open connection would hold the queue for ever. */
const TIMEOUT_MS = 30_000;

export type OutgoingMail = {
  to: string;
  /** Who reads an answer; null: whoever reads what comes to the sender. */
  replyTo: string | null;
  subject: string;
  html: string;
  text: string;
  /** Shown by Resend, and keeps mail programs from threading two bookings together. */
  deliveryId: string;
  kind: string;
};

/** What became of one call. */
export type SendOutcome =
  /** Accepted, now or by an earlier call with the same key. An id is null where Resend did not tell it again. */
  | { kind: 'accepted'; ids: (string | null)[] }
  /** Refused for good: nothing was sent, and sending the same again would change nothing. */
  | { kind: 'refused'; reason: string }
  /** Unknown or not now: try the same call again, with the same key. `waitMs` null: we choose how long. */
  | { kind: 'again'; waitMs: number | null; reason: string; answered: boolean }
  /** The account is not set up or its quota is used up: no mail can be sent until a person acts. */
  | { kind: 'stopped'; reason: string };

type ResendAnswer<T> = {
  data: T | null;
  error: { name: string; message: string; statusCode: number | null } | null;
  headers: Record<string, string> | null;
};

export type Mailer = ReturnType<typeof createMailer>;

/**
 * The way out: Resend's client, at its pace. Every call carries an idempotency key, under which Resend sends a mail
 * once within 24 hours however often it is asked. https://resend.com/docs/dashboard/emails/idempotency-keys
 */
export function createMailer(options: { apiKey: string; baseUrl: string | null; from: string }) {
  const client = new Resend(options.apiKey, options.baseUrl ? { baseUrl: options.baseUrl } : {});
  let gapMs = 1000 / REQUESTS_PER_SECOND;
  let lastAt = Number.NEGATIVE_INFINITY;

  async function turn(): Promise<void> {
    const now = performance.now();
    lastAt = Math.max(now, lastAt + gapMs);
    if (lastAt > now) await sleep(lastAt - now);
  }

  function follow(headers: Record<string, string> | null): void {
    const limit = Number(headers?.['ratelimit-limit']);
    if (Number.isFinite(limit) && limit > 0) gapMs = 1000 / limit;
  }

  function fields(mail: OutgoingMail) {
    return {
      from: options.from,
      to: mail.to,
      ...(mail.replyTo === null ? {} : { replyTo: mail.replyTo }),
      subject: mail.subject,
      html: mail.html,
      text: mail.text,
      headers: { 'X-Entity-Ref-ID': mail.deliveryId },
      tags: [{ name: 'kind', value: mail.kind }],
    };
  }

  return {
    async sendOne(mail: OutgoingMail, attachments: MailAttachment[], key: string): Promise<SendOutcome> {
      await turn();
      const answer = await client.emails.send(
        { ...fields(mail), ...(attachments.length > 0 ? { attachments } : {}) },
        { idempotencyKey: key, signal: AbortSignal.timeout(TIMEOUT_MS) },
      );
      follow(answer.headers);
      return outcomeOf(answer, (data) => [data.id], 1);
    },

    /** @param mails at most 100, always the same ones in the same order for a key */
    async sendBatch(mails: OutgoingMail[], key: string): Promise<SendOutcome> {
      await turn();
      const answer = await client.batch.send(mails.map(fields), {
        idempotencyKey: key,
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      follow(answer.headers);
      return outcomeOf(answer, (data) => data.data.map(({ id }) => id), mails.length);
    },
  };
}

/** The mailer of this process. */
export function mailer(): Mailer {
  return perProcess('mailer', () => createMailer(env().mail));
}

const NOT_SET_UP = new Set([401, 403]);

function outcomeOf<T>(answer: ResendAnswer<T>, ids: (data: T) => string[], count: number): SendOutcome {
  const { data, error, headers } = answer;
  if (data !== null) return { kind: 'accepted', ids: ids(data) };
  if (error === null) return { kind: 'again', waitMs: null, reason: 'no answer', answered: false };
  const { name, statusCode: status } = error;
  const reason = `${status ?? 'no answer'} ${name}: ${error.message}`;
  if (name === 'invalid_idempotent_request') {
    // The key is ours alone, so an earlier try got through; only a detail such as Reply-To has changed since.
    return { kind: 'accepted', ids: Array.from({ length: count }, () => null) };
  }
  if (status === null || status >= 500)
    return { kind: 'again', waitMs: null, reason, answered: status !== null };
  if (name === 'concurrent_idempotent_requests')
    return { kind: 'again', waitMs: 500, reason, answered: false };
  if (NOT_SET_UP.has(status) || name.endsWith('_quota_exceeded')) return { kind: 'stopped', reason };
  if (status === 429) return { kind: 'again', waitMs: waitOf(headers), reason, answered: false };
  return { kind: 'refused', reason };
}

/** Seconds in `retry-after` or `ratelimit-reset`, in milliseconds. */
function waitOf(headers: Record<string, string> | null): number | null {
  const seconds = Number(headers?.['retry-after'] ?? headers?.['ratelimit-reset']);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : null;
}
