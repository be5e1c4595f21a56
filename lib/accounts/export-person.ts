import { eq } from 'drizzle-orm';
import { users } from '#db/schema/index.ts';
import { recordAudit } from '../audit/record.ts';
import type { UserActor } from '../auth/actor.ts';
import { assertMay } from '../auth/policy.ts';
import { countExport } from '../auth/rate-limits.ts';
import { appNow, database } from '../database.ts';
import { DomainError } from '../errors.ts';
import type { Locale } from '../i18n/routing.ts';
import { exportHtml } from './export-html.ts';
import { type ExportRow, type ExportSection, exportSections } from './export-sections.ts';

/** Rises when a file could no longer be read as one of before; a section or a field more is no reason. */
const VERSION = 1;

export type ExportFormat = 'json' | 'html';

/** A file that is written while it is read. */
export type ExportFile = { filename: string; contentType: string; parts: AsyncGenerator<string> };

/**
 * A flow: everything that is kept about somebody, to read or for programs. Section by section, so that it never is in
 * memory as a whole, and no connection is held while a slow reader takes it.
 *
 * @param locale the language of what is there to read; JSON has none
 * @throws DomainError `too_many_tries`, `not_found`
 */
export async function exportPerson(
  actor: UserActor,
  format: ExportFormat,
  locale: Locale,
): Promise<ExportFile> {
  const { userId } = actor;
  assertMay(actor, 'account.export', { userId });
  await countExport(userId);
  const db = database();
  const [user] = await db
    .select({ email: users.email, timezone: users.timezone })
    .from(users)
    .where(eq(users.id, userId));
  if (!user) throw new DomainError('not_found');
  await recordAudit(db, {
    actor,
    organizerId: null,
    action: 'user.exported',
    object: { type: 'user', id: userId },
  });
  const at = await appNow(db);
  const sections = readSections({ userId, email: user.email });
  const filename = `foyer-${at.toISOString().slice(0, 10)}.${format}`;
  return format === 'json'
    ? { filename, contentType: 'application/json; charset=utf-8', parts: exportJson(sections, at) }
    : {
        filename,
        contentType: 'text/html; charset=utf-8',
        parts: exportHtml(sections, { at, locale, timezone: user.timezone ?? 'UTC', email: user.email }),
      };
}

async function* readSections(person: { userId: string; email: string }): AsyncGenerator<ExportSection> {
  for (const [name, query] of Object.entries(exportSections)) {
    const { rows } = await database().execute<{ row: ExportRow }>(query(person));
    yield { name, rows: rows.map(({ row }) => row) };
  }
}

/** One object: what it is and of when, then a list a section. Amounts are in minor units, instants in ISO 8601. */
async function* exportJson(sections: AsyncIterable<ExportSection>, at: Date): AsyncGenerator<string> {
  yield `{\n"format": "foyer-person",\n"version": ${VERSION},\n"exportedAt": "${at.toISOString()}"`;
  for await (const { name, rows } of sections) {
    yield `,\n${JSON.stringify(name)}: [`;
    for (const [index, row] of rows.entries()) yield `${index > 0 ? ',' : ''}\n${JSON.stringify(row)}`;
    yield ']';
  }
  yield '\n}\n';
}
