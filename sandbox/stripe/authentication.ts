import { ApiError } from './errors.ts';
import type { FormObject } from './form.ts';
import type { World } from './world.ts';

export type Caller = 'secret' | 'publishable';

function refuse(message: string, code?: string): ApiError {
  return new ApiError(401, { type: 'invalid_request_error', message, ...(code ? { code } : {}) });
}

function keyOf(header: string | undefined, params: FormObject): string {
  const bearer = /^Bearer\s+(.+)$/i.exec(header ?? '')?.[1];
  if (bearer) return bearer.trim();
  const basic = /^Basic\s+(.+)$/i.exec(header ?? '')?.[1];
  if (basic) return Buffer.from(basic, 'base64').toString().split(':')[0] ?? '';
  // The browser script sends its key with the parameters, which spares it a preflight request.
  return typeof params.key === 'string' ? params.key : '';
}

function masked(key: string): string {
  return key.length <= 12
    ? '*'.repeat(key.length)
    : `${key.slice(0, 8)}${'*'.repeat(key.length - 12)}${key.slice(-4)}`;
}

/** Who calls: the shop's server with its secret key, or a browser with the publishable one. */
export function authenticate(world: World, header: string | undefined, params: FormObject): Caller {
  const key = keyOf(header, params);
  if (key === '') {
    throw refuse(
      "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY'). See https://stripe.com/docs/api#authentication for details, or we can help at https://support.stripe.com/.",
    );
  }
  if (key === world.secretKey) return 'secret';
  if (key === world.publishableKey) return 'publishable';
  throw refuse(`Invalid API Key provided: ${masked(key)}`);
}

export function secretKeyRequired(): ApiError {
  return refuse(
    'This API call cannot be made with a publishable API key. Please use a secret API key. You can find a list of your API keys at https://dashboard.stripe.com/account/apikeys.',
    'secret_key_required',
  );
}
