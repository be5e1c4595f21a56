import { expect, test } from 'vitest';
import { accentRoom } from './accent-room.ts';

test.each(['Żółw', 'Été à l’Étang', 'Σ’ Ένα', 'Über das Öl'])('%s needs room above its lines', (title) => {
  expect(accentRoom(title)).not.toBe('');
});

test.each(['Salt & Static', 'Maré baixa', 'Ørsted', '谷中の夜', ''])('“%s” does not', (title) => {
  expect(accentRoom(title)).toBe('');
});
