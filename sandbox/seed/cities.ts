/**
 * Where the seed's events take place. The centres are what a map shows as the middle of the city; the test holds
 * every venue to within 50 km of its own.
 */
export const countries = {
  // The reduced or standard VAT that admission to culture usually carries, in hundredths of a percent, included
  // in the price. Example data, no tax advice. The fee is Foyer's share of each paid ticket, in minor units.
  PT: { currency: 'EUR', taxBasisPoints: 600, fee: 140 },
  ES: { currency: 'EUR', taxBasisPoints: 1000, fee: 140 },
  FR: { currency: 'EUR', taxBasisPoints: 550, fee: 140 },
  DE: { currency: 'EUR', taxBasisPoints: 700, fee: 140 },
  AT: { currency: 'EUR', taxBasisPoints: 1300, fee: 140 },
  NL: { currency: 'EUR', taxBasisPoints: 900, fee: 140 },
  GR: { currency: 'EUR', taxBasisPoints: 2400, fee: 140 },
  FI: { currency: 'EUR', taxBasisPoints: 1350, fee: 140 },
  IE: { currency: 'EUR', taxBasisPoints: 1350, fee: 140 },
  GB: { currency: 'GBP', taxBasisPoints: 2000, fee: 120 },
  US: { currency: 'USD', taxBasisPoints: 0, fee: 175 },
  JP: { currency: 'JPY', taxBasisPoints: 1000, fee: 150 },
} as const;

export type CountryCode = keyof typeof countries;

export type City = { name: string; country: CountryCode; zone: string; latitude: number; longitude: number };

export const cities = {
  lisbon: { name: 'Lisbon', country: 'PT', zone: 'Europe/Lisbon', latitude: 38.7223, longitude: -9.1393 },
  porto: { name: 'Porto', country: 'PT', zone: 'Europe/Lisbon', latitude: 41.1579, longitude: -8.6291 },
  barcelona: {
    name: 'Barcelona',
    country: 'ES',
    zone: 'Europe/Madrid',
    latitude: 41.3874,
    longitude: 2.1686,
  },
  paris: { name: 'Paris', country: 'FR', zone: 'Europe/Paris', latitude: 48.8566, longitude: 2.3522 },
  athens: { name: 'Athens', country: 'GR', zone: 'Europe/Athens', latitude: 37.9838, longitude: 23.7275 },
  leipzig: { name: 'Leipzig', country: 'DE', zone: 'Europe/Berlin', latitude: 51.3397, longitude: 12.3731 },
  berlin: { name: 'Berlin', country: 'DE', zone: 'Europe/Berlin', latitude: 52.52, longitude: 13.405 },
  hamburg: { name: 'Hamburg', country: 'DE', zone: 'Europe/Berlin', latitude: 53.5511, longitude: 9.9937 },
  vienna: { name: 'Vienna', country: 'AT', zone: 'Europe/Vienna', latitude: 48.2082, longitude: 16.3738 },
  amsterdam: {
    name: 'Amsterdam',
    country: 'NL',
    zone: 'Europe/Amsterdam',
    latitude: 52.3676,
    longitude: 4.9041,
  },
  helsinki: {
    name: 'Helsinki',
    country: 'FI',
    zone: 'Europe/Helsinki',
    latitude: 60.1699,
    longitude: 24.9384,
  },
  dublin: { name: 'Dublin', country: 'IE', zone: 'Europe/Dublin', latitude: 53.3498, longitude: -6.2603 },
  london: { name: 'London', country: 'GB', zone: 'Europe/London', latitude: 51.5074, longitude: -0.1278 },
  manchester: {
    name: 'Manchester',
    country: 'GB',
    zone: 'Europe/London',
    latitude: 53.4808,
    longitude: -2.2426,
  },
  glasgow: { name: 'Glasgow', country: 'GB', zone: 'Europe/London', latitude: 55.8642, longitude: -4.2518 },
  newYork: {
    name: 'New York',
    country: 'US',
    zone: 'America/New_York',
    latitude: 40.7128,
    longitude: -74.006,
  },
  chicago: {
    name: 'Chicago',
    country: 'US',
    zone: 'America/Chicago',
    latitude: 41.8781,
    longitude: -87.6298,
  },
  sanFrancisco: {
    name: 'San Francisco',
    country: 'US',
    zone: 'America/Los_Angeles',
    latitude: 37.7749,
    longitude: -122.4194,
  },
  tokyo: { name: 'Tokyo', country: 'JP', zone: 'Asia/Tokyo', latitude: 35.6812, longitude: 139.7671 },
  kyoto: { name: 'Kyoto', country: 'JP', zone: 'Asia/Tokyo', latitude: 35.0116, longitude: 135.7681 },
} as const satisfies Record<string, City>;

export type CityKey = keyof typeof cities;
