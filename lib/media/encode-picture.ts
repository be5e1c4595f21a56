import sharp from 'sharp';
import { DomainError } from '../errors.ts';
import { inTurn } from '../in-turn.ts';
import { LARGEST_PICTURE, PICTURE_SIZES } from './picture-path.ts';

/**
 * As many pixels as are unpacked. A JPEG of a camera with 50 megapixels is shrunk while it is read; of the others one that is
 * interlaced lies in memory as a whole, 8 bytes a pixel.
 */
const MOST_PIXELS = { jpeg: 52_000_000, other: 25_000_000 };

/** What a file has to begin with: only these decoders are ever asked, whatever name and type came along. */
const BEGINNINGS = [
  { format: 'jpeg', is: (bytes: Buffer) => bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])) },
  { format: 'png', is: (bytes: Buffer) => bytes.toString('latin1', 0, 8) === '\x89PNG\r\n\x1a\n' },
  {
    format: 'webp',
    is: (bytes: Buffer) =>
      bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP',
  },
  { format: 'gif', is: (bytes: Buffer) => /^GIF8[79]a$/.test(bytes.toString('latin1', 0, 6)) },
] as const;

/**
 * Unpacking keeps a core busy and takes some hundred megabytes at worst: one at a time, so that tickets are sold meanwhile,
 * and beyond this many waiting an honest "busy".
 */
const LINE = { name: 'pictures', atOnce: 1, mostWaiting: 10 };

/** Seconds that one picture may take. An honest one of 50 megapixels takes two. */
const LONGEST = 12;

export type EncodedPicture = { contentType: 'image/webp'; sizes: { size: number; bytes: Buffer }[] };

/**
 * Makes our own picture of what somebody sent: the square in its middle, upright, in each size, as WebP. Nothing of the file
 * but its pixels gets through: no place where it was taken, no camera, no text hidden in it.
 *
 * @throws DomainError `picture_too_large`, `picture_unknown`, `picture_too_many_pixels`, `picture_animated`,
 * `picture_damaged`; `busy` when too many wait already or it takes too long
 */
export async function encodePicture(bytes: Buffer): Promise<EncodedPicture> {
  if (bytes.byteLength > LARGEST_PICTURE) throw new DomainError('picture_too_large');
  const format = BEGINNINGS.find(({ is }) => is(bytes))?.format;
  if (!format) throw new DomainError('picture_unknown');
  const done = await inTurn(LINE, () => encode(bytes, format));
  if (!done) throw new DomainError('busy');
  return done.value;
}

async function encode(bytes: Buffer, format: string): Promise<EncodedPicture> {
  // Checked below, in our words; the header alone costs nothing.
  const head = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => null);
  if (head?.format !== format) throw new DomainError('picture_damaged');
  if ((head.pages ?? 1) > 1) throw new DomainError('picture_animated');
  const most = format === 'jpeg' ? MOST_PIXELS.jpeg : MOST_PIXELS.other;
  if (head.width * head.height > most) throw new DomainError('picture_too_many_pixels');
  const [largest] = PICTURE_SIZES;
  // What shines through stands on white, as in most viewers.
  const { data, info } = await sharp(bytes, { limitInputPixels: most, failOn: 'error' })
    .autoOrient()
    .resize(largest, largest, { fit: 'cover' })
    .flatten({ background: '#fff' })
    .toColourspace('srgb')
    .timeout({ seconds: LONGEST })
    .raw()
    .toBuffer({ resolveWithObject: true })
    .catch((error: unknown) => {
      const late = error instanceof Error && /timeout/i.test(error.message);
      throw new DomainError(late ? 'busy' : 'picture_damaged');
    });
  const raw = { width: info.width, height: info.height, channels: info.channels };
  const sizes = PICTURE_SIZES.map(async (size) => ({
    size,
    bytes: await sharp(data, { raw }).resize(size, size).webp({ quality: 82 }).toBuffer(),
  }));
  return { contentType: 'image/webp', sizes: await Promise.all(sizes) };
}
