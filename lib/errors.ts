import { type $ZodType, safeParse, type input as ZodInput, type output as ZodOutput } from 'zod/v4/core';

/**
 * Everything that can go wrong and be told to a person, with the HTTP status it answers. Each code has its words in
 * `i18n/messages/<language>/errors.json`. What is not here is a defect: it is logged and shown as `unexpected`.
 */
export const errorStatus = {
  // who may
  not_found: 404,
  not_allowed: 403,
  sign_in_needed: 401,
  wrong_credentials: 401,
  link_used: 410,
  account_suspended: 403,
  confirmation_differs: 422,
  organizer_suspended: 403,
  too_many_tries: 429,
  // holding
  nothing_chosen: 422,
  event_not_on_sale: 409,
  sales_not_started: 409,
  sales_ended: 409,
  sold_out: 409,
  not_enough_left: 409,
  all_in_carts: 409,
  below_minimum: 422,
  above_maximum: 422,
  above_buyer_limit: 409,
  total_below_gateway_minimum: 422,
  busy: 503,
  // promo codes
  promo_unknown: 422,
  promo_not_started: 422,
  promo_ended: 422,
  promo_used_up: 409,
  promo_other_ticket_type: 422,
  // checkout
  hold_expired: 410,
  already_extended: 409,
  already_paid: 409,
  payment_under_way: 409,
  attendees_incomplete: 422,
  payment_unavailable: 503,
  // pictures
  picture_missing: 422,
  picture_too_large: 413,
  picture_too_many_pixels: 422,
  picture_unknown: 422,
  picture_damaged: 422,
  picture_animated: 422,
  // after buying
  booking_not_confirmed: 409,
  names_closed: 409,
  transfers_closed: 409,
  ticket_used: 409,
  ticket_not_valid: 409,
  already_offered: 409,
  own_address: 422,
  same_address: 422,
  offer_over: 410,
  // organizing
  last_owner: 409,
  owner_needed: 409,
  last_admin: 409,
  already_member: 409,
  already_invited: 409,
  invitation_over: 410,
  capacity_below_sold: 409,
  slug_taken: 409,
  event_incomplete: 422,
  event_taken_down: 409,
  names_after_end: 422,
  invalid_input: 422,
  unexpected: 500,
} as const;

export type ErrorCode = keyof typeof errorStatus;

/** Values that go into the sentence: how many are left, from when, which ticket type. */
export type ErrorValues = Record<string, string | number>;

/** An answer that a person should get. Not a defect, so it is not logged as one. */
export class DomainError extends Error {
  override readonly name = 'DomainError';
  readonly code: ErrorCode;
  readonly values: ErrorValues;

  constructor(code: ErrorCode, values: ErrorValues = {}) {
    super(code);
    this.code = code;
    this.values = values;
  }

  get status(): number {
    return errorStatus[this.code];
  }

  /**
   * `instanceof` goes by the name. Next and `server.ts` bundle this class more than once, and what is kept once a
   * process (a queue, say) throws errors of whichever copy came first.
   */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === 'DomainError' && 'code' in value && 'values' in value;
  }
}

/**
 * Checks what a verb was given against its schema. Forms check with the same schema and name every field; this is for
 * callers that did not.
 *
 * @throws DomainError `invalid_input` with the path of the first field that is wrong.
 */
export function parseInput<T extends $ZodType>(schema: T, input: NoInfer<ZodInput<T>>): ZodOutput<T> {
  const parsed = safeParse(schema, input);
  if (parsed.success) return parsed.data;
  throw new DomainError('invalid_input', { field: parsed.error.issues[0]?.path.join('.') ?? '' });
}
