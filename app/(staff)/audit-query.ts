import { type AuditFilters, readAuditSchema } from '#lib/audit/read-audit.schema.ts';

/** What an address says about which entries of the log are shown: for the verb, and as words for further addresses. */
export async function readAuditQuery(
  params: Promise<Record<string, string | string[] | undefined>>,
): Promise<{ filters: AuditFilters; words: Record<string, string> }> {
  const given = await params;
  const filters = readAuditSchema.parse(
    Object.fromEntries(Object.entries(given).map(([name, value]) => [name, [value].flat()[0]])),
  );
  const words: Record<string, string> = {};
  for (const [name, value] of Object.entries(filters)) if (value !== undefined) words[name] = String(value);
  return { filters, words };
}
