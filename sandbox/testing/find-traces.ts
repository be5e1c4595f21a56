import { createHash } from 'node:crypto';

/** Somebody to look for. */
export type Wanted = { name: string; email: string; address: string };

/** Base64 of a text as it stands within that of a longer one: at each of the three places where it can begin. */
const base64Of = (text: string) =>
  [0, 1, 2].map((before) =>
    Buffer.concat([Buffer.alloc(before), Buffer.from(text)])
      .toString('base64')
      .slice(Math.ceil((before * 4) / 3), -4),
  );

/** Every form in which a trace of them could be stored, by what it gives away. */
const formsOf = ({ name, email, address }: Wanted): Record<string, string[]> => ({
  name: [
    ...name.split(' '),
    ...name.normalize('NFD').replaceAll(/\p{M}/gu, '').split(' '),
    encodeURIComponent(name),
    ...base64Of(name),
  ],
  email: [
    email,
    encodeURIComponent(email),
    ...base64Of(email),
    ...base64Of(email.toLowerCase()),
    ...(['hex', 'base64', 'base64url'] as const).flatMap((encoding) =>
      [email, email.toLowerCase(), email.toUpperCase()].flatMap((text) =>
        HASHES.map((hash) => createHash(hash).update(text).digest(encoding)),
      ),
    ),
  ],
  address: [address, ...base64Of(address)],
});

const HASHES = ['sha256', 'sha1', 'md5'];

type Ask = <Row extends Record<string, unknown>>(statement: string, values?: unknown[]) => Promise<Row[]>;

/**
 * Where in the whole database something of somebody stands: `table.column (what)`. Looks through every column of every
 * table that can hold text, bytes or JSON.
 *
 * @param ask as somebody who may read everything
 */
export async function findTraces(ask: Ask, wanted: Wanted): Promise<string[]> {
  const traces = formsOf(wanted);
  const columns = await ask<{ schema: string; table: string; column: string; type: string }>(`
    select c.table_schema as schema, c.table_name as table, c.column_name as column, c.udt_name as type
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where t.table_type = 'BASE TABLE' and c.table_schema not in ('pg_catalog', 'information_schema')
      and (c.data_type in ('ARRAY', 'USER-DEFINED', 'text', 'character varying', 'character', 'json', 'jsonb', 'bytea', 'inet')
        or c.udt_name in ('citext', 'name'))`);
  if (columns.length < 100) throw new Error('that cannot be the whole database');
  const found: string[] = [];
  for (const { schema, table, column, type } of columns) {
    const text = type === 'bytea' ? `encode("${column}", 'escape')` : `"${column}"::text`;
    for (const [what, needles] of Object.entries(traces)) {
      const forms = needles.flatMap((needle) => (type === 'bytea' ? [needle, escaped(needle)] : [needle]));
      const rows = await ask(
        `select from "${schema}"."${table}", unnest($1::text[]) as needle
         where position(lower(needle) in lower(${text})) > 0 limit 1`,
        [forms],
      );
      if (rows.length > 0)
        found.push(`${schema === 'public' ? '' : `${schema}.`}${table}.${column} (${what})`);
    }
    if (type === 'bytea') {
      const hashes = HASHES.map((hash) => createHash(hash).update(wanted.email.toLowerCase()).digest());
      const rows = await ask(`select from "${schema}"."${table}" where "${column}" = any($1::bytea[])`, [
        hashes,
      ]);
      if (rows.length > 0) found.push(`${table}.${column} (hash)`);
    }
  }
  return found.toSorted();
}

/** As PostgreSQL's `escape` writes bytes: those above 127 in octal. */
const escaped = (text: string) =>
  [...Buffer.from(text)]
    .map((byte) => (byte > 127 ? `\\${byte.toString(8)}` : String.fromCharCode(byte)))
    .join('');
