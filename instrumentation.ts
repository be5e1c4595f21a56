import type { Instrumentation } from 'next';
import { log } from '#lib/log.ts';

/** Next's word on what went wrong while it answered: logged once, under the request's id, and never shown to a person. */
export const onRequestError: Instrumentation.onRequestError = (error, request, context) => {
  const id = request.headers['x-request-id'];
  log().error(
    { err: error, method: request.method, route: context.routePath, kind: context.routeType, requestId: id },
    'a page or action failed',
  );
};
