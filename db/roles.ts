import type { Client } from 'pg';

/** A database role by name, with the password it signs in with. */
export type Role = { name: string; password: string };

export type Roles = {
  /** What the application runs as: reads and writes rows, owns nothing. */
  app: Role;
  /** What people look with. */
  readonly: Role;
};

/** Reads name and password out of a database address. */
export function roleOf(url: string): Role {
  const { username, password } = new URL(url);
  return { name: decodeURIComponent(username), password: decodeURIComponent(password) };
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** SQL that makes a role, or gives it the password again where it is already there. */
export function createRoleSql(role: Role): string {
  return `DO $$ BEGIN
  CREATE ROLE ${quoted(role.name)} LOGIN PASSWORD ${literal(role.password)};
EXCEPTION WHEN duplicate_object OR unique_violation THEN
  ALTER ROLE ${quoted(role.name)} LOGIN PASSWORD ${literal(role.password)};
END $$`;
}

/**
 * What each role may do. Run after every migration, as the owner, because new tables come without grants.
 * The audit log can only grow but for what `erase_audit_details` and `erase_audit_mentions` take out of its personal side, and the sandbox's clock is not the application's to move.
 */
export function grantsSql(roles: Roles): string[] {
  const app = quoted(roles.app.name);
  const readonly = quoted(roles.readonly.name);
  const queue = 'graphile_worker';
  return [
    `GRANT USAGE ON SCHEMA public TO ${app}, ${readonly}`,
    `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${app}`,
    `GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO ${app}`,
    `REVOKE UPDATE, DELETE, TRUNCATE ON audit_log, audit_details FROM ${app}`,
    `GRANT EXECUTE ON FUNCTION erase_audit_details(uuid), erase_audit_mentions(text[], text[], text[]) TO ${app}`,
    `REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON sandbox_clock FROM ${app}`,
    `GRANT SELECT ON ALL TABLES IN SCHEMA public TO ${readonly}`,
    `ALTER ROLE ${readonly} SET default_transaction_read_only = on`,
    `GRANT USAGE ON SCHEMA ${queue} TO ${app}`,
    `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${queue} TO ${app}`,
    `GRANT USAGE ON ALL SEQUENCES IN SCHEMA ${queue} TO ${app}`,
    `GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${queue} TO ${app}`,
    // graphile-worker turns row level security on for its tables, so that nobody but their owner sees a row.
    ...['_private_jobs', '_private_job_queues', '_private_tasks', '_private_known_crontabs'].flatMap(
      (table) => [
        `DROP POLICY IF EXISTS application ON ${queue}.${table}`,
        `CREATE POLICY application ON ${queue}.${table} TO ${app} USING (true) WITH CHECK (true)`,
      ],
    ),
  ];
}

/** True when the error says that this role may not make roles. */
function isForbidden(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '42501';
}

/**
 * Makes the roles where the owner may do that. Where not, answers the SQL that somebody who may should run;
 * an empty list means that nothing is left to do.
 */
export async function ensureRoles(owner: Client, roles: Roles): Promise<string[]> {
  const left: string[] = [];
  for (const role of [roles.app, roles.readonly]) {
    const { rowCount } = await owner.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role.name]);
    if (rowCount === 1) continue;
    try {
      await owner.query(createRoleSql(role));
    } catch (error) {
      if (!isForbidden(error)) throw error;
      left.push(`CREATE ROLE ${quoted(role.name)} LOGIN PASSWORD '…'`);
    }
  }
  return left;
}
