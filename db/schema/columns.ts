import { sql } from 'drizzle-orm';
import { bigint, customType, timestamp, uuid } from 'drizzle-orm/pg-core';

/** Text that compares without regard to case (PostgreSQL's citext), for e-mail addresses and promo codes. */
export const citext = customType<{ data: string }>({
  dataType: () => 'citext',
});

/** Raw bytes. */
export const bytea = customType<{ data: Buffer }>({
  dataType: () => 'bytea',
});

/** A primary key that sorts by time of creation (RFC 9562, version 7). */
export const id = () => uuid().primaryKey().default(sql`uuidv7()`);

/** An instant, with its zone. Strings in, Date out would lose microseconds nobody needs here: Date both ways. */
export const instant = () => timestamp({ withTimezone: true, mode: 'date' });

/** When the row came to be, by the application's clock. */
export const createdAt = () => instant().notNull().default(sql`app_now()`);

/** An amount of money in minor units of the row's currency. */
export const minorUnits = () => bigint({ mode: 'number' });
