import { expect, test } from 'vitest';
import { timeLeft } from './time-left.ts';

const SECOND = 1000;
const HOUR = 3600 * SECOND;

test.each([
  [50 * HOUR, '2 days 2 hours 0 minutes'],
  [24 * HOUR, '1 days 0 hours 0 minutes'],
  [5 * HOUR + 61 * SECOND, '5 hours 1 minutes'],
  [90 * SECOND, '1 minutes 30 seconds'],
  [1 * SECOND, '1 seconds'],
  [1, '1 seconds'],
  [0, ''],
  [-HOUR, ''],
])('%i ms are "%s"', (milliseconds, expected) => {
  const written = timeLeft(milliseconds)
    .map((part) => `${part.count} ${part.unit}`)
    .join(' ');
  expect(written).toBe(expected);
});
