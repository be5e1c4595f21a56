/**
 * The address that a form of filters stands for: without empty fields, and with one idea of time. Whoever picks "this
 * weekend" lets go of the dates, and the other way round.
 *
 * @param changed the field that was changed last
 */
export function filterAddress(
  action: string,
  fields: Iterable<readonly [string, unknown]>,
  changed: string | null,
): string {
  const overruled =
    changed === 'when' ? ['from', 'to'] : changed === 'from' || changed === 'to' ? ['when'] : [];
  const params = new URLSearchParams();
  for (const [name, value] of fields) {
    if (typeof value !== 'string' || value.trim() === '' || overruled.includes(name)) continue;
    params.append(name, value.trim());
  }
  const query = params.toString();
  return query ? `${action}?${query}` : action;
}
