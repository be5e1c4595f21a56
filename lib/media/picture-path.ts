/** Every picture is kept as a square of each of these sizes, in pixels; the largest first. */
export const PICTURE_SIZES = [512, 192, 96] as const;

/** As much as the file of a picture may hold, in bytes: a phone's photograph has a third of it. */
export const LARGEST_PICTURE = 10 * 1024 * 1024;

/** What an `<img>` needs to choose the size that fits. */
export type PictureSources = { src: string; srcSet: string };

const pathOf = (id: string, size: number) => `/pictures/${id}-${size}.webp`;

/** Where a picture is served. A picture never changes: another one has another address. */
export function pictureSources(id: string | null): PictureSources | null {
  if (id === null) return null;
  const srcSet = PICTURE_SIZES.toReversed().map((size) => `${pathOf(id, size)} ${size}w`);
  return { src: pathOf(id, 192), srcSet: srcSet.join(', ') };
}

/** Which picture a file of `/pictures/` is, and how large; null for what is none. */
export function readPicturePath(file: string): { id: string; size: number } | null {
  const [, id, typed] = /^([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})-(\d{2,3})\.webp$/.exec(file) ?? [];
  const size = PICTURE_SIZES.find((one) => String(one) === typed);
  return id === undefined || size === undefined ? null : { id, size };
}
