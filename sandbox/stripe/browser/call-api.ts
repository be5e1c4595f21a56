import type { BrowserError, FormFields, Result } from './messages.ts';

interface ApiAnswer {
  error?: BrowserError;
}

/**
 * One call of the API with the publishable key among the parameters (that spares a preflight request).
 * @param origin origin of the stand-in; empty inside its own frame
 */
export async function callApi<T>(
  origin: string,
  method: 'GET' | 'POST',
  path: string,
  fields: FormFields,
): Promise<Result<T>> {
  const form = new URLSearchParams(fields);
  const address = `${origin}${path}`;
  try {
    const response = await (method === 'GET'
      ? fetch(`${address}?${form}`, { cache: 'no-store' })
      : fetch(address, { method: 'POST', body: form }));
    const answer = (await response.json()) as T & ApiAnswer;
    return answer.error ? { error: answer.error } : { value: answer };
  } catch {
    const message =
      'We are experiencing issues connecting to our payments provider. You have not been charged. Please check your internet connection and try again.';
    return { error: { type: 'api_connection_error', message } };
  }
}
