import { sql } from 'drizzle-orm';

/** True for a row `j` of the queue's jobs whose last try has failed. One that has been sent off again has none yet. */
export const FAILED = sql`j.attempts > 0 and j.last_error is not null`;
