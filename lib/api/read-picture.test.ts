import { describe, expect, test } from 'vitest';
import { codeOf } from '../auth/testing.ts';
import { LARGEST_PICTURE } from '../media/picture-path.ts';
import { readPicture } from './read-picture.ts';

const ADDRESS = 'http://localhost/';

function form(fields: Record<string, string | File>): Request {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  return new Request(ADDRESS, { method: 'POST', body });
}

/** A body that never says how long it is. */
function endless() {
  const seen = { bytes: 0 };
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      seen.bytes += 100_000;
      controller.enqueue(new Uint8Array(100_000));
    },
  });
  const init = {
    method: 'POST',
    body,
    duplex: 'half',
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
  };
  return { seen, request: new Request(ADDRESS, init) };
}

describe('a form with a picture', () => {
  test('gives the bytes of its file, whatever that is called', async () => {
    const bytes = Uint8Array.of(0, 255, 13, 10, 45, 45);
    const file = new File([bytes], '../../etc/passwd.svg', { type: 'text/html' });
    expect(await readPicture(form({ picture: file }))).toEqual(Buffer.from(bytes));
  });

  test.each<[string, () => Request]>([
    ['without a file', () => form({ other: 'x' })],
    ['with text in its place', () => form({ picture: 'x' })],
    ['with none chosen', () => form({ picture: new File([], '') })],
    ['that is none', () => new Request(ADDRESS, { method: 'POST', body: '{}' })],
    ['without a body', () => new Request(ADDRESS, { method: 'POST' })],
  ])('%s is one without a picture', async (_name, make) => {
    expect(await codeOf(readPicture(make()))).toBe('picture_missing');
  });

  test('is read no further than a picture may be large', async () => {
    const { seen, request } = endless();
    expect(await codeOf(readPicture(request))).toBe('picture_too_large');
    expect(seen.bytes).toBeLessThan(LARGEST_PICTURE + 1_000_000);
    const announced = new Request(ADDRESS, {
      method: 'POST',
      body: 'x',
      headers: { 'content-length': String(LARGEST_PICTURE * 2) },
    });
    expect(await codeOf(readPicture(announced))).toBe('picture_too_large');
  });

  test('waits while others are read, and beyond a few is told that it is busy', async () => {
    const waiting: ReadableStreamDefaultController<Uint8Array>[] = [];
    const slow = () =>
      new Request(ADDRESS, {
        method: 'POST',
        body: new ReadableStream<Uint8Array>({ start: (controller) => void waiting.push(controller) }),
        duplex: 'half',
      } as RequestInit);
    const answers = Array.from({ length: 27 }, () => codeOf(readPicture(slow())));
    expect(await Promise.race(answers)).toBe('busy');
    for (const controller of waiting) controller.close();
    const codes = await Promise.all(answers);
    expect(codes.filter((code) => code === 'busy')).toHaveLength(2);
  });
});
