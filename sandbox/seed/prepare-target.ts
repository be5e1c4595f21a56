import type { Client } from 'pg';
import { admin, attendee, organizers } from './people.ts';

/** Thrown when this database must not be filled; the message says why and what to do. */
export class SeedRefused extends Error {
  override readonly name = 'SeedRefused';
}

/**
 * Decides whether a database may be filled, and empties one in which an earlier seed died half way. Only a database
 * that carries the sandbox's mark (a row in `sandbox_clock`), or that is empty, is ever touched, and emptied only
 * when nobody but the seed's own people is in it.
 *
 * @param owner a connection of the database's owner
 * @param paymentsMode how money is taken by the application that uses this database
 * @throws SeedRefused
 */
export async function prepareTarget(owner: Client, paymentsMode: string): Promise<'seeded' | 'empty'> {
  if (paymentsMode !== 'sandbox') {
    throw new SeedRefused(
      `The seed fills sandboxes only, and PAYMENTS_MODE is ${paymentsMode || 'not set'}. Set it to sandbox, or leave the seed out.`,
    );
  }
  const { rows } = await owner.query<{
    marked: boolean;
    seeded: boolean;
    empty: boolean;
    strangers: boolean;
  }>(
    `SELECT EXISTS (SELECT FROM sandbox_clock) AS marked,
       EXISTS (SELECT FROM sandbox_clock WHERE seeded_at IS NOT NULL) AS seeded,
       NOT EXISTS (SELECT FROM users) AND NOT EXISTS (SELECT FROM organizers)
         AND NOT EXISTS (SELECT FROM categories) AS empty,
       EXISTS (SELECT FROM users WHERE email <> ALL ($1)) OR EXISTS (SELECT FROM organizers WHERE slug <> ALL ($2))
         AS strangers`,
    [ownPeople(), Object.values(organizers).map(({ slug }) => slug)],
  );
  const found = rows[0];
  if (!found) throw new Error('the database did not say what is in it');
  if (found.seeded) return 'seeded';
  if (found.empty) return 'empty';
  if (!found.marked) {
    throw new SeedRefused(
      'This database has data and no mark of a sandbox, so it may be a real one. The seed leaves it alone; give it an empty database.',
    );
  }
  if (found.strangers) {
    throw new SeedRefused(
      'This sandbox has people or organizers that are not the seed’s, and was never filled to the end. Nothing was changed; empty it (npm run reset) to begin anew.',
    );
  }
  await empty(owner);
  return 'empty';
}

function ownPeople(): string[] {
  const members = Object.values(organizers).flatMap((organizer) => organizer.members);
  return [admin, attendee, ...members].map(({ email }) => email);
}

async function empty(owner: Client): Promise<void> {
  const { rows } = await owner.query<{ names: string }>(
    `SELECT string_agg(format('%I', tablename), ', ') AS names FROM pg_tables
     WHERE schemaname = 'public' AND tablename <> 'sandbox_clock'`,
  );
  await owner.query(`TRUNCATE ${rows[0]?.names}`);
  await owner.query('DELETE FROM graphile_worker._private_jobs');
}
