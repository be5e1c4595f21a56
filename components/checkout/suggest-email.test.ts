import { expect, it } from 'vitest';
import { suggestEmail } from './suggest-email.ts';

it.each([
  ['marta@gmial.com', 'marta@gmail.com'],
  ['marta@gmail.con', 'marta@gmail.com'],
  ['marta@hotmial.com', 'marta@hotmail.com'],
  ['m@wbe.de', 'm@web.de'],
  ['marta@gmail.com', null],
  ['marta@me.com', null],
  ['marta@foyer.example', null],
  ['marta@', null],
  ['', null],
  ['@gmial.com', null],
])('%s: %s', (typed, expected) => {
  expect(suggestEmail(typed)).toBe(expected);
});
