/** Pure: the time zones that somebody can choose from. */

/** What runtimes still call as it was called once. The value stays theirs; people read the name of today. */
const TODAY: Record<string, string> = {
  'Africa/Asmera': 'Asmara',
  'America/Coral_Harbour': 'Atikokan',
  'America/Godthab': 'Nuuk',
  'Asia/Calcutta': 'Kolkata',
  'Asia/Katmandu': 'Kathmandu',
  'Asia/Macau': 'Macao',
  'Asia/Rangoon': 'Yangon',
  'Asia/Saigon': 'Ho Chi Minh City',
  'Atlantic/Faeroe': 'Faroe Islands',
  'Europe/Kiev': 'Kyiv',
  'Pacific/Enderbury': 'Kanton',
  'Pacific/Ponape': 'Pohnpei',
  'Pacific/Truk': 'Chuuk',
};

export type ZoneRegion =
  | 'Africa'
  | 'America'
  | 'Antarctica'
  | 'Arctic'
  | 'Asia'
  | 'Atlantic'
  | 'Australia'
  | 'Europe'
  | 'Indian'
  | 'Pacific';

const REGIONS: readonly ZoneRegion[] = [
  'Europe',
  'Africa',
  'America',
  'Asia',
  'Australia',
  'Pacific',
  'Atlantic',
  'Indian',
  'Arctic',
  'Antarctica',
];

export type ZoneChoice = { zone: string; label: string };

/** The place that a zone is named after, as it is called today: "Europe/Kiev" is "Kyiv". */
const placeOf = (zone: string): string =>
  TODAY[zone] ?? zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');

/** How far its clock is from UTC at that instant: "UTC+5:30", "UTC+0" for none. */
function offset(zone: string, at: Date): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'shortOffset' }).formatToParts(
    at,
  );
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT';
  return name.replace('GMT', 'UTC').replace('-', '−');
}

/** A zone as somebody chooses it: "Kyiv (UTC+2)". */
const zoneChoice = (zone: string, at: Date): ZoneChoice => ({
  zone,
  label: zone === 'UTC' ? zone : `${placeOf(zone)} (${offset(zone, at)})`,
});

/**
 * Every zone that this runtime knows, by the part of the world, in the order of their names.
 *
 * @param kept one that somebody has, which is in the list whatever the runtime calls it
 * @param at the instant whose offsets are shown
 */
export function zoneChoices(
  kept: string | null,
  at: Date,
): { region: ZoneRegion | null; zones: ZoneChoice[] }[] {
  const regionOf = (zone: string) => REGIONS.find((region) => zone.startsWith(`${region}/`)) ?? null;
  const known = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC']);
  if (kept !== null && !known.has(kept)) {
    // Another name for one that is there: "Asia/Kolkata", where the runtime says "Asia/Calcutta".
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: kept }).resolvedOptions();
    if (regionOf(kept) !== null && regionOf(kept) === regionOf(timeZone)) known.delete(timeZone);
    known.add(kept);
  }
  return [...REGIONS, null]
    .map((region) => ({
      region,
      zones: [...known]
        .filter((zone) => regionOf(zone) === region)
        .map((zone) => zoneChoice(zone, at))
        .toSorted((a, b) => a.label.localeCompare(b.label, 'en')),
    }))
    .filter(({ zones }) => zones.length > 0);
}
