/** An argument of a server action: plain data, or a form. */
export type Argument =
  | FormData
  | string
  | number
  | boolean
  | null
  | readonly unknown[]
  | { [key: string]: unknown };

export type Call = { path: string; args: readonly Argument[]; headers?: Record<string, string> };

/**
 * Calls a server action as React's client would from a page that somebody has kept open, whoever they have become
 * meanwhile: a form with the arguments as JSON in `0`, and the fields of each form among them under its number.
 *
 * @returns the status, and the answer as it is streamed back
 */
export async function callAction(
  origin: string,
  id: string,
  { path, args, headers = {} }: Call,
  cookie: string | null,
): Promise<{ status: number; text: string }> {
  const body = new FormData();
  const plain = args.map((argument, index) => {
    if (!(argument instanceof FormData)) return escaped(argument);
    const part = index + 1;
    for (const [name, value] of argument) body.append(`_${part}_${name}`, value);
    return `$K${part.toString(16)}`;
  });
  body.append('0', JSON.stringify(plain));
  const response = await fetch(new URL(path, origin), {
    method: 'POST',
    redirect: 'manual',
    headers: {
      origin,
      accept: 'text/x-component',
      'next-action': id,
      ...(cookie ? { cookie } : {}),
      ...headers,
    },
    body,
  });
  return { status: response.status, text: await response.text() };
}

/** A text that begins with a dollar sign would be read as a reference. */
function escaped(value: unknown): unknown {
  if (typeof value === 'string') return value.startsWith('$') ? `$${value}` : value;
  if (Array.isArray(value)) return value.map(escaped);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, escaped(inner)]));
}
