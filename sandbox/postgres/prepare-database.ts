import { Client } from 'pg';
import { createRoleSql } from '#db/roles.ts';

/** The passwords of the three roles that a sandbox's database has. */
export type RolePasswords = { owner: string; app: string; readonly: string };

/** One database, seen by each of the roles. */
export type DatabaseAddresses = { ownerUrl: string; appUrl: string; readonlyUrl: string };

/** The addresses of a database on a cluster, for the roles foyer_owner, foyer_app and foyer_readonly. */
export function addressesOf(
  superuserUrl: string,
  database: string,
  passwords: RolePasswords,
): DatabaseAddresses {
  const as = (role: string, password: string) => {
    const url = new URL(superuserUrl);
    url.username = role;
    url.password = password;
    url.pathname = `/${database}`;
    return url.href;
  };
  return {
    ownerUrl: as('foyer_owner', passwords.owner),
    appUrl: as('foyer_app', passwords.app),
    readonlyUrl: as('foyer_readonly', passwords.readonly),
  };
}

/**
 * Makes the roles and an empty database that belongs to foyer_owner, as far as they are missing, and sets the
 * roles' passwords again, so that a lost `.data/sandbox.json` does not lock anyone out. Safe to run twice.
 */
export async function prepareDatabase(
  superuserUrl: string,
  database: string,
  passwords: RolePasswords,
): Promise<DatabaseAddresses> {
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    for (const [name, password] of Object.entries(passwords)) {
      await client.query(createRoleSql({ name: `foyer_${name}`, password }));
    }
    // The owner sets what the two others may do after each migration, as the owner of a deployment's database would.
    await client.query('ALTER ROLE foyer_owner CREATEROLE');
    await client.query(
      'GRANT foyer_app, foyer_readonly TO foyer_owner WITH ADMIN TRUE, INHERIT FALSE, SET FALSE',
    );
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    if (rowCount === 0)
      await client.query(`CREATE DATABASE ${client.escapeIdentifier(database)} OWNER foyer_owner`);
  } finally {
    await client.end();
  }
  return addressesOf(superuserUrl, database, passwords);
}
