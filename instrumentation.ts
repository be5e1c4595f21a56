import type { Instrumentation } from 'next';

/**
 * Next's word on what went wrong while it answered: logged once, under the request's id, and never shown to a person.
 * Next compiles this file for its Edge runtime as well, where nothing of ours runs: the condition keeps the log's
 * module out of that copy.
 */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { log } = await import('#lib/log.ts');
  const id = request.headers['x-request-id'];
  log().error(
    { err: error, method: request.method, route: context.routePath, kind: context.routeType, requestId: id },
    'a page or action failed',
  );
};
