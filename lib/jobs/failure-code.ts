import { DomainError } from '../errors.ts';
import { MailUnavailable } from '../notifications/deliver.ts';
import { isStripeError, isStripeUnavailable } from '../payments/stripe.ts';

/** Why a job failed, as far as it can be told without saying whom it was about. Words: `jobs.failure`. */
export const failureCodes = [
  'database',
  'defect',
  'mail_unavailable',
  'payload_invalid',
  'refused',
  'stripe_refused',
  'stripe_unavailable',
] as const;

export type FailureCode = (typeof failureCodes)[number];

const isQueryError = (error: Error): boolean => 'query' in error && 'params' in error;

/** SQLSTATEs, and what Node says when PostgreSQL cannot be reached. */
const isDatabaseError = (error: Error): boolean =>
  isQueryError(error) || ('code' in error && /^([0-9A-Z]{5}|ECONN.*)$/.test(String(error.code)));

function failureCode(error: unknown): FailureCode {
  if (error instanceof DomainError) return 'refused';
  if (error instanceof MailUnavailable) return 'mail_unavailable';
  if (isStripeUnavailable(error)) return 'stripe_unavailable';
  if (isStripeError(error)) return 'stripe_refused';
  if (!(error instanceof Error)) return 'defect';
  if (error.name === 'ZodError') return 'payload_invalid';
  return isDatabaseError(error) ? 'database' : 'defect';
}

/**
 * What the queue gets to see of an error. It stores the message beside the job, where nobody would look for names and
 * addresses when a person is erased; so the message is a code, and what really happened is in the log.
 */
export class JobFailed extends Error {
  override readonly name = 'JobFailed';

  constructor(cause: unknown) {
    super(failureCode(cause), { cause });
  }
}
