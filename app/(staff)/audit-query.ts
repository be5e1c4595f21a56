import type { z } from 'zod';
import type { SearchParams } from './dashboard/list-query.ts';

/**
 * What an address says about which entries of the log are shown: for the verb, and as words for further addresses.
 *
 * @param schema what it may say: `readAuditSchema`, or `readPlatformAuditSchema`
 */
export async function readAuditQuery<Filters extends Record<string, string | number | undefined>>(
  params: SearchParams,
  schema: z.ZodType<Filters>,
): Promise<{ filters: Filters; words: Record<string, string> }> {
  const given = await params;
  const filters = schema.parse(
    Object.fromEntries(Object.entries(given).map(([name, value]) => [name, [value].flat()[0]])),
  );
  const words: Record<string, string> = {};
  for (const [name, value] of Object.entries(filters)) if (value !== undefined) words[name] = String(value);
  return { filters, words };
}
