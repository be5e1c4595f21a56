import { Client } from 'pg';
import { findViolations, invariants } from '#db/invariants.ts';
import { openSandbox } from './process/open-sandbox.ts';

// npm run check:invariants: looks whether the database in use keeps the rules that must never break. Reads only, at one
// moment. Ends with 0 when all is well, 1 when something is broken, 2 when it could not look.

try {
  const { environment } = openSandbox();
  const url = environment.DATABASE_READONLY_URL ?? environment.DATABASE_URL;
  if (url === undefined) throw new Error('No database: set DATABASE_READONLY_URL, or start npm run demo.');
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const violations = await findViolations(client);
    for (const { rule, name } of invariants) {
      const broken = violations.filter((one) => one.name === name);
      console.log(`${broken.length === 0 ? 'ok    ' : 'BROKEN'} rule ${rule}: ${name}`);
      for (const { object, found } of broken.slice(0, 20)) console.log(`         ${object}: ${found}`);
      if (broken.length > 20) console.log(`         and ${broken.length - 20} more`);
    }
    process.exitCode = violations.length === 0 ? 0 : 1;
  } finally {
    await client.end();
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}
