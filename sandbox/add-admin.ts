import { eq } from 'drizzle-orm';
import { users } from '#db/schema/index.ts';
import { changeAccountRole } from '#lib/accounts/change-account-role.ts';
import { database, pool } from '#lib/database.ts';
import { env } from '#lib/env.ts';
import { openSandbox } from './process/open-sandbox.ts';

// npm run admin:add -- somebody@example.org: makes an account an admin, from where the database is: the first one of
// an installation, or another when nobody who is one can sign in. Reads the same environment as the web process, else
// that of the sandbox that runs from this folder.

const [address, ...more] = process.argv.slice(2);
try {
  if (address === undefined || more.length > 0) {
    throw new Error('Whose account? npm run admin:add -- somebody@example.org');
  }
  Object.assign(process.env, openSandbox().environment);
  const [account] = await database()
    .select({ id: users.id, name: users.name, suspendedAt: users.suspendedAt })
    .from(users)
    .where(eq(users.email, address.trim()));
  if (!account) {
    throw new Error(`There is no account with the address ${address}. Sign up with it, then come back.`);
  }
  const { changed } = await changeAccountRole(database(), { kind: 'system' }, account.id, {
    role: 'admin',
    reason: 'npm run admin:add',
  });
  console.log(`${account.name} is an admin ${changed ? 'now' : 'already'}: ${env().appUrl}/admin`);
  if (account.suspendedAt) console.log('But suspended, and so kept out until an admin lifts that.');
  await pool().end();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
