/** Where the town stands before its postcode; elsewhere the postcode comes first. */
const TOWN_FIRST: ReadonlySet<string> = new Set(['GB', 'IE', 'US', 'CA', 'AU', 'NZ', 'IN', 'JP']);

/**
 * Town and postcode in the order of the country, never broken within the postcode: "1200-068 Lisbon", "London N1 6PH".
 *
 * @param postcode empty when not given
 */
export function townLine({
  postcode,
  city,
  country,
}: {
  postcode: string;
  city: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
}): string {
  if (postcode === '') return city;
  const whole = postcode.replaceAll('-', '\u2011').replaceAll(' ', '\u00a0');
  return TOWN_FIRST.has(country) ? `${city} ${whole}` : `${whole}\u00a0${city}`;
}
