import { expect, test } from 'vitest';
import { calendarText } from './calendar-text.ts';

test.each([
  ['a bell and a NUL', 'Salt\u0007 & \0Static', 'Salt & Static'],
  ['half a letter', 'A\ud83c', 'A\ufffd'],
  ['line breaks and tabs', 'One\r\n\tTwo', 'One\r\n\tTwo'],
  ['a whole one', 'Größe 🎷', 'Größe 🎷'],
])('%s', (_, text, written) => {
  expect(calendarText(text)).toBe(written);
});
