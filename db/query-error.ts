/** A failed query as Drizzle throws it; told by its shape, because bundles hold several copies of its class. */
type QueryError = Error & { query: string; params: unknown };

const isQueryError = (error: unknown): error is QueryError =>
  error instanceof Error && 'query' in error && typeof error.query === 'string' && 'params' in error;

/** What PostgreSQL says with values of the row in it: `Key (email)=(ada@example.org) already exists.` */
const TELLING = ['detail', 'where', 'internalQuery'];

/**
 * Takes the values out of a failed query's error, and out of what caused it: names and addresses of people stand
 * among them, and whoever prints an error prints all of it. Changes the error itself, so that its class, its cause
 * and whoever holds it already keep what they had. Anything else is answered as it came.
 */
export function withoutParams(error: unknown): unknown {
  if (!isQueryError(error)) return error;
  // A stack begins with the message as it was.
  const trace = error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? [];
  error.message = `Failed query: ${error.query}`;
  error.stack = [`${error.name}: ${error.message}`, ...trace].join('\n');
  Reflect.deleteProperty(error, 'params');
  if (error.cause instanceof Error) quiet(error.cause);
  return error;
}

function quiet(cause: Error): void {
  for (const name of TELLING) Reflect.deleteProperty(cause, name);
  // As in: invalid input syntax for type integer: "what was typed".
  const message = cause.message.replace(/: ".*"/s, '');
  if (message === cause.message) return;
  cause.stack = (cause.stack ?? '').replace(cause.message, () => message);
  cause.message = message;
}
