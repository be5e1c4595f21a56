import { migrateDatabase } from '#db/migrate.ts';
import { openSandbox } from './process/open-sandbox.ts';

// npm run db:migrate: brings the database in use to the newest schema, with its roles and what they may do. The
// database is the one that DATABASE_OWNER_URL names, else that of the sandbox that runs from this folder.

try {
  const { environment } = openSandbox();
  const address = (name: string, what: string): string => {
    const value = environment[name];
    if (value === undefined) throw new Error(`${name} is not set. It names ${what}.`);
    return value;
  };
  const owner = address('DATABASE_OWNER_URL', 'the role that owns the tables');
  await migrateDatabase({
    owner,
    app: address('DATABASE_URL', 'the role that the application runs as'),
    readonly: address('DATABASE_READONLY_URL', 'the role that may only read'),
  });
  console.log(`${new URL(owner).pathname.slice(1)} has the newest schema.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
