import sharp, { type Sharp } from 'sharp';
import { describe, expect, test } from 'vitest';
import { codeOf } from '../auth/testing.ts';
import { encodePicture } from './encode-picture.ts';
import { LARGEST_PICTURE } from './picture-path.ts';

/** Where it was taken, as a phone writes it. */
const TAKEN = {
  IFD0: { Make: 'Telling', Model: 'Camera of Ada' },
  IFD3: {
    GPSLatitudeRef: 'N',
    GPSLatitude: '52/1 30/1 0/1',
    GPSLongitudeRef: 'E',
    GPSLongitude: '13/1 24/1 0/1',
  },
};

const GPS_TAG = [Buffer.from([0x88, 0x25]), Buffer.from([0x25, 0x88])];

/** Red at the left and blue at the right, three times as wide as high. */
const wide = () => {
  const part = (background: string) => ({
    input: { create: { width: 450, height: 300, channels: 3 as const, background } },
    top: 0,
  });
  return sharp({ create: { width: 900, height: 300, channels: 3, background: '#fff' } }).composite([
    { ...part('#f00'), left: 0 },
    { ...part('#00f'), left: 450 },
  ]);
};

/** The colour of a point, whose place is a share of width and height. */
async function colourAt(bytes: Buffer, x: number, y: number): Promise<'red' | 'blue' | 'other'> {
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
  const at = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * info.channels;
  const [red = 0, , blue = 0] = data.subarray(at, at + 3);
  return red > 200 && blue < 60 ? 'red' : blue > 200 && red < 60 ? 'blue' : 'other';
}

const noise = (width: number, height: number) =>
  sharp({
    create: {
      width,
      height,
      channels: 3,
      background: '#fff',
      noise: { type: 'gaussian', mean: 128, sigma: 40 },
    },
  });

describe('what is kept of a picture', () => {
  test('is a square of its middle in each size, as WebP', async () => {
    const { contentType, sizes } = await encodePicture(await wide().png().toBuffer());
    expect(contentType).toBe('image/webp');
    for (const { size, bytes } of sizes)
      expect(await sharp(bytes).metadata()).toMatchObject({ format: 'webp', width: size, height: size });
    expect(sizes.map(({ size }) => size)).toEqual([512, 192, 96]);
    const [{ bytes } = { bytes: Buffer.of() }] = sizes;
    expect([await colourAt(bytes, 0.1, 0.5), await colourAt(bytes, 0.9, 0.5)]).toEqual(['red', 'blue']);
  });

  test('nothing but pixels: no place, no camera, no text, and upright', async () => {
    const sent = await wide().jpeg().withMetadata({ orientation: 6, exif: TAKEN }).toBuffer();
    const before = await sharp(sent).metadata();
    expect(before.orientation).toBe(6);
    // The tag that leads to the part with the place, in either order of bytes.
    expect(GPS_TAG.some((tag) => before.exif?.includes(tag))).toBe(true);
    expect(sent.includes('Camera of Ada')).toBe(true);
    const { sizes } = await encodePicture(sent);
    for (const { bytes } of sizes) {
      const { exif, xmp, icc, iptc, orientation } = await sharp(bytes).metadata();
      expect({ exif, xmp, icc, iptc, orientation }).toEqual({});
      expect(bytes.includes('Camera of Ada')).toBe(false);
      expect(bytes.includes('EXIF')).toBe(false);
    }
    // A quarter turn to the right: what was at the left is above.
    const [{ bytes } = { bytes: Buffer.of() }] = sizes;
    expect([await colourAt(bytes, 0.5, 0.1), await colourAt(bytes, 0.5, 0.9)]).toEqual(['red', 'blue']);
  });

  test('a picture that is a page as well is only a picture afterwards', async () => {
    const page = '<html><script>alert(1)</script><svg onload="alert(2)"/></html>';
    const sent = Buffer.concat([
      await wide()
        .jpeg()
        .withExif({ IFD0: { Copyright: page } })
        .toBuffer(),
      Buffer.from(page),
    ]);
    expect(sent.includes('<script>')).toBe(true);
    const { sizes } = await encodePicture(sent);
    for (const { bytes } of sizes) expect(bytes.toString('latin1')).not.toMatch(/<script|<svg|<html/);
  });

  test.each([
    ['a black and white one', () => wide().greyscale().jpeg()],
    ['one for print', () => wide().toColourspace('cmyk').jpeg()],
    ['of 16 bits', () => wide().toColourspace('rgb16').png()],
    ['WebP', () => wide().webp()],
    ['GIF that stands still', () => wide().gif()],
    ['a line', () => noise(3000, 1).png()],
    ['one that is a line, upright', () => noise(1, 9000).jpeg()],
    ['a point', () => noise(1, 1).png()],
  ])('%s is taken', async (_name, make) => {
    const { sizes } = await encodePicture(await make().toBuffer());
    expect(sizes).toHaveLength(3);
  });

  test('what shines through stands on white', async () => {
    const clear = sharp({ create: { width: 8, height: 8, channels: 4, background: '#0000' } }).png();
    const { sizes } = await encodePicture(await clear.toBuffer());
    const [red, green, blue] = await sharp(sizes[0]?.bytes).raw().toBuffer();
    expect(Math.min(red ?? 0, green ?? 0, blue ?? 0)).toBeGreaterThan(250);
  });
});

describe('what is not taken', () => {
  test.each<[string, () => Promise<Buffer> | Buffer, string]>([
    ['a drawing in SVG', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'picture_unknown'],
    ['a page', () => Buffer.from('<!doctype html><script>alert(1)</script>'), 'picture_unknown'],
    ['a PDF', () => Buffer.from('%PDF-1.7\n'), 'picture_unknown'],
    ['nothing', () => Buffer.of(), 'picture_unknown'],
    ['a kind that is costly to unpack', () => noise(8, 8).avif({ effort: 0 }).toBuffer(), 'picture_unknown'],
    [
      'a drawing that begins as a JPEG does',
      () =>
        Buffer.concat([
          Buffer.from([0xff, 0xd8, 0xff]),
          Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
        ]),
      'picture_damaged',
    ],
    ['the first half of a JPEG', () => half(noise(600, 400).jpeg()), 'picture_damaged'],
    ['the first half of a PNG', () => half(noise(600, 400).png()), 'picture_damaged'],
    ['the first half of a WebP', () => half(noise(600, 400).webp()), 'picture_damaged'],
    [
      '100 million pixels in a few kilobytes',
      () =>
        sharp({ create: { width: 10_000, height: 10_000, channels: 3, background: '#000' } })
          .png()
          .toBuffer(),
      'picture_too_many_pixels',
    ],
    [
      'likewise as JPEG',
      () =>
        sharp({ create: { width: 10_000, height: 10_000, channels: 3, background: '#000' } })
          .jpeg()
          .toBuffer(),
      'picture_too_many_pixels',
    ],
    [
      'a film',
      () =>
        sharp(Buffer.alloc(20 * 20 * 3 * 2).fill(255, 20 * 20 * 3), {
          raw: { width: 20, height: 40, channels: 3, pageHeight: 20 },
        })
          .gif()
          .toBuffer(),
      'picture_animated',
    ],
    ['more bytes than agreed', () => Buffer.alloc(LARGEST_PICTURE + 1, 0xff), 'picture_too_large'],
  ])('%s', async (_name, make, code) => {
    expect(await codeOf(encodePicture(await make()))).toBe(code);
  });
});

const half = async (picture: Sharp): Promise<Buffer> => {
  const bytes = await picture.toBuffer();
  return bytes.subarray(0, bytes.length / 2);
};

test('of many at once one is unpacked at a time, a few wait, and the rest hear at once that it is busy', async () => {
  const sent = await noise(1500, 1500).png().toBuffer();
  const many = Array.from({ length: 30 }, () => codeOf(encodePicture(sent)));
  // Those that find the line full are told before the first one is done.
  expect(await Promise.race(many)).toBe('busy');
  const codes = await Promise.all(many);
  expect(codes.filter((code) => code === 'done')).toHaveLength(11);
  expect(codes.filter((code) => code === 'busy')).toHaveLength(19);
});
