import { expect, test } from 'vitest';
import { eventHue } from './hue.ts';

test('an address always has the same hue', () => {
  expect(eventHue('salt-static')).toBe(eventHue('salt-static'));
});

test('hues stay on the wheel and spread over it', () => {
  const hues = Array.from({ length: 200 }, (_, index) => eventHue(`event-${index}`));
  expect(hues.every((hue) => Number.isInteger(hue) && hue >= 0 && hue < 360)).toBe(true);
  const sixths = new Set(hues.map((hue) => Math.floor(hue / 60)));
  expect(sixths.size).toBe(6);
});
