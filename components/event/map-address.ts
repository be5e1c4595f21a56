/** Where OpenStreetMap shows a place with a mark. https://wiki.openstreetmap.org/wiki/Browsing#Other_URL_tricks */
export function mapAddress({ latitude, longitude }: { latitude: number; longitude: number }): string {
  const [lat, lon] = [latitude.toFixed(5), longitude.toFixed(5)];
  return `https://www.openstreetmap.org/?mlat=${lat}&mlon=${lon}#map=17/${lat}/${lon}`;
}
