type Point = { latitude: number; longitude: number };

/** How somebody gets to a place, as OpenStreetMap's own router knows it. */
const ENGINES = { foot: 'fossgis_osrm_foot', bike: 'fossgis_osrm_bike', car: 'fossgis_osrm_car' } as const;

/** The way to a place; where it begins, whoever follows it says there. */
export function wayAddress({ latitude, longitude }: Point, by: keyof typeof ENGINES): string {
  const query = new URLSearchParams({
    engine: ENGINES[by],
    route: `;${latitude.toFixed(5)},${longitude.toFixed(5)}`,
  });
  return `https://www.openstreetmap.org/directions?${query}`;
}

/** Where OpenStreetMap shows a place with a mark. https://wiki.openstreetmap.org/wiki/Browsing#Other_URL_tricks */
export function mapAddress({ latitude, longitude }: Point): string {
  const [lat, lon] = [latitude.toFixed(5), longitude.toFixed(5)];
  return `https://www.openstreetmap.org/?mlat=${lat}&mlon=${lon}#map=17/${lat}/${lon}`;
}
