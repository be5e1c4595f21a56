import { describe, expect, test } from 'vitest';
import { readBody } from './read-body.ts';

/** A body of so many parts, and how many of them were asked for. */
function request(parts: number, part: Uint8Array, headers: Record<string, string> = {}) {
  const seen = { parts: 0, cancelled: false };
  const body = new ReadableStream<Uint8Array>(
    {
      pull: (controller) => {
        if (seen.parts === parts) return controller.close();
        seen.parts += 1;
        controller.enqueue(part);
      },
      cancel: () => {
        seen.cancelled = true;
      },
    },
    { highWaterMark: 0 },
  );
  const init = { method: 'POST', body, headers, duplex: 'half' };
  return { seen, request: new Request('http://localhost/', init) };
}

describe('reading a body', () => {
  test('up to the limit, characters that lie across two parts included', async () => {
    const bytes = new TextEncoder().encode('Žofie');
    expect(await readBody(request(1, bytes).request, bytes.length)).toBe('Žofie');
    const half = { method: 'POST', body: new Blob([bytes.slice(0, 1), bytes.slice(1)]) };
    expect(await readBody(new Request('http://localhost/', half), 100)).toBe('Žofie');
    expect(await readBody(new Request('http://localhost/', { method: 'POST' }), 100)).toBe('');
  });

  test('no further than the limit, whatever was announced', async () => {
    const { seen, request: endless } = request(Number.POSITIVE_INFINITY, new Uint8Array(100), {
      'content-length': '100',
    });
    expect(await readBody(endless, 1000)).toBeNull();
    expect(seen).toEqual({ parts: 11, cancelled: true });
  });

  test('not at all when it announces too much', async () => {
    const { seen, request: large } = request(20, new Uint8Array(100), { 'content-length': '2000' });
    expect(await readBody(large, 1000)).toBeNull();
    expect(seen.parts).toBe(0);
  });
});
