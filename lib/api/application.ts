import { timingSafeEqual } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { Hono } from 'hono';
import { database } from '../database.ts';
import { env } from '../env.ts';
import { log } from '../log.ts';
import { metricsText } from './metrics.ts';

/** True for the bearer token that may read the metrics. Without a token set, nobody may. */
function mayReadMetrics(authorization: string | undefined): boolean {
  const { metricsToken } = env();
  if (!metricsToken) return false;
  const given = Buffer.from(authorization ?? '');
  const expected = Buffer.from(`Bearer ${metricsToken}`);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** What `server.ts` answers itself, in front of Next: whether it is well, and its metrics. The JSON API comes here. */
export const application = new Hono()
  .get('/api/health', async (c) => {
    c.header('cache-control', 'no-store');
    try {
      await database().execute(sql`select 1`);
      return c.json({ status: 'ok' });
    } catch (error) {
      log().error({ err: error }, 'health: the database does not answer');
      return c.json({ status: 'database unreachable' }, 503);
    }
  })
  .get('/api/metrics', async (c) => {
    if (!mayReadMetrics(c.req.header('authorization'))) return c.text('Unauthorized', 401);
    const { contentType, body } = await metricsText();
    return c.body(body, 200, { 'content-type': contentType });
  });
