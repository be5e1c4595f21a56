import { describe, expect, test } from 'vitest';
import { zoneChoices } from './time-zones.ts';

const winter = new Date('2027-01-15T12:00:00Z');

describe('zones to choose from', () => {
  test('are grouped, named as today, with the offset of the moment', () => {
    const groups = zoneChoices(null, winter);
    const labels = (region: string | null) =>
      groups.find((group) => group.region === region)?.zones.map(({ label }) => label) ?? [];
    expect(groups[0]?.region).toBe('Europe');
    expect(labels('Europe')).toEqual(
      expect.arrayContaining(['Kyiv (UTC+2)', 'Lisbon (UTC+0)', 'Berlin (UTC+1)']),
    );
    expect(labels('Asia')).toContain('Kolkata (UTC+5:30)');
    expect(labels('America')).toEqual(expect.arrayContaining(['New York (UTC−5)', 'Ushuaia (UTC−3)']));
    expect(labels(null)).toEqual(['UTC']);
    expect(labels('Europe')).toEqual(labels('Europe').toSorted((a, b) => a.localeCompare(b, 'en')));
    expect(groups.flatMap(({ zones }) => zones).map(({ zone }) => zone)).toEqual(
      expect.arrayContaining(Intl.supportedValuesOf('timeZone')),
    );
  });

  test('summer has other offsets', () => {
    const [europe] = zoneChoices(null, new Date('2027-07-15T12:00:00Z'));
    expect(europe?.zones).toContainEqual({ zone: 'Europe/Berlin', label: 'Berlin (UTC+2)' });
  });

  test.each(['US/Eastern', 'Europe/Kyiv', 'Etc/GMT+3'])(
    '%s, which somebody has, stays to be chosen',
    (kept) => {
      const zones = zoneChoices(kept, winter).flatMap((group) => group.zones.map(({ zone }) => zone));
      expect(zones.filter((zone) => zone === kept)).toEqual([kept]);
    },
  );
});
