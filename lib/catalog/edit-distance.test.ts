import { expect, test } from 'vitest';
import { editDistance } from './edit-distance.ts';

test.each([
  ['', '', 0],
  ['', 'abc', 3],
  ['piannos', 'piano', 2],
  ['baxia', 'baixa', 1],
  ['lisbn', 'lisbon', 1],
  ['static', 'statik', 1],
  ['salt', 'opera', 5],
])('%s to %s takes %i', (from, to, steps) => {
  expect(editDistance(from, to)).toBe(steps);
  expect(editDistance(to, from)).toBe(steps);
});
