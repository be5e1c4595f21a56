import { Client } from 'pg';
import { findViolations, type Violation } from '#db/invariants.ts';
import { setting } from './house.ts';

/** Runs SQL as the owner. A connection for each call: PostgreSQL is killed in some tests. */
export async function ask<Row extends Record<string, unknown>>(
  statement: string,
  values: unknown[] = [],
): Promise<Row[]> {
  return withClient(setting('DATABASE_OWNER_URL'), async (client) => {
    const { rows } = await client.query<Row>(statement, values);
    return rows;
  });
}

/** What is broken in the database of the house, by the same rules as `npm run check:invariants`. */
export function violations(): Promise<Violation[]> {
  return withClient(setting('DATABASE_READONLY_URL'), findViolations);
}

async function withClient<T>(url: string, use: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

export type BookingState = {
  status: string;
  total: number;
  tickets: number;
  payments: { status: string; outcome: string | null; intent: string | null }[];
  mails: { kind: string; status: string }[];
};

/** Where a booking stands, and what hangs on it. */
export async function bookingState(reference: string): Promise<BookingState> {
  const [state] = await ask<BookingState>(
    `select b.status, b.total::int as total,
       (select count(*)::int from tickets t where t.booking_id = b.id) as tickets,
       (select coalesce(json_agg(json_build_object('status', p.status, 'outcome', p.outcome,
          'intent', p.stripe_payment_intent_id) order by p.attempt), '[]') from payments p where p.booking_id = b.id) as payments,
       (select coalesce(json_agg(json_build_object('kind', d.kind, 'status', d.status)), '[]')
          from deliveries d where d.booking_id = b.id) as mails
     from bookings b where b.reference = $1`,
    [reference],
  );
  if (!state) throw new Error(`There is no booking ${reference}.`);
  return state;
}

/** Places of an event's pools in all, and how many are held and sold. */
export async function stockOf(slug: string): Promise<{ capacity: number; held: number; sold: number }> {
  const [stock] = await ask<{ capacity: number; held: number; sold: number }>(
    `select sum(capacity)::int as capacity, sum(held)::int as held, sum(sold)::int as sold
     from capacity_pools p join events e on e.id = p.event_id where e.slug = $1`,
    [slug],
  );
  if (!stock) throw new Error(`There is no event ${slug}.`);
  return stock;
}
