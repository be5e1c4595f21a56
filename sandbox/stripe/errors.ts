/** The `error` object of Stripe's answers: https://docs.stripe.com/api/errors */
export interface ErrorBody {
  type: 'api_error' | 'card_error' | 'idempotency_error' | 'invalid_request_error';
  message: string;
  code?: string;
  decline_code?: string;
  advice_code?: string;
  charge?: string;
  doc_url?: string;
  param?: string;
  payment_intent?: unknown;
  payment_method?: unknown;
  request_log_url?: string;
}

interface ApiErrorOptions {
  /** The work stays done although the answer is an error: a declined card leaves a failed charge behind. */
  keepsWork?: boolean;
  /** Whether an idempotency key remembers this answer. Stripe forgets what failed validation. */
  remembered?: boolean;
}

/** Thrown by a handler to answer with one of Stripe's errors. */
export class ApiError extends Error {
  readonly status: number;
  readonly body: ErrorBody;
  readonly keepsWork: boolean;
  readonly remembered: boolean;

  constructor(status: number, body: ErrorBody, options: ApiErrorOptions = {}) {
    super(body.message);
    this.status = status;
    this.body = body.code ? { ...body, doc_url: docUrl(body.code) } : body;
    this.keepsWork = options.keepsWork ?? false;
    this.remembered = options.remembered ?? this.keepsWork;
  }
}

export function docUrl(code: string): string {
  return `https://stripe.com/docs/error-codes/${code.replaceAll('_', '-')}`;
}

export function invalidRequest(message: string, details: { code?: string; param?: string } = {}): ApiError {
  return new ApiError(400, { type: 'invalid_request_error', message, ...details });
}

export function missingParameter(param: string): ApiError {
  return invalidRequest(`Missing required param: ${param}.`, { code: 'parameter_missing', param });
}

/** @param noun Stripe's own name of the thing, e.g. `payment_intent` or `charge` */
export function noSuch(noun: string, id: string, param = 'id'): ApiError {
  return new ApiError(404, {
    type: 'invalid_request_error',
    code: 'resource_missing',
    message: `No such ${noun}: '${id}'`,
    param,
  });
}

export function unsupported(what: string, param?: string): ApiError {
  return invalidRequest(`${what} is not supported by the sandbox.`, param ? { param } : {});
}

export function unknownRoute(method: string, path: string): ApiError {
  return new ApiError(404, {
    type: 'invalid_request_error',
    message: `Unrecognized request URL (${method}: ${path}). Please see https://stripe.com/docs or we can help at https://support.stripe.com/.`,
  });
}

export function rateLimited(): ApiError {
  return new ApiError(429, {
    type: 'invalid_request_error',
    code: 'rate_limit',
    message:
      'Request rate limit exceeded. You can learn more about rate limits here https://stripe.com/docs/rate-limits.',
  });
}

export function serverError(status = 500): ApiError {
  return new ApiError(status, {
    type: 'api_error',
    message: 'An unknown error occurred. (The sandbox was told to fail here.)',
  });
}
