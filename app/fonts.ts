import localFont from 'next/font/local';

/**
 * The house's two faces. The Latin half of each is preloaded and `optional`: it is there when the page is painted, or the
 * page keeps what it was painted with, so no line ever moves. The other half comes only when a page has letters of it.
 * The weights of both halves must be the same, or the browser drops one of them. `sandbox/fonts` cuts the files out of
 * their packages, and a test holds them and the ranges below together.
 */
const display = localFont({
  src: './fonts/archivo.woff2',
  variable: '--font-archivo',
  weight: '640 830',
  display: 'optional',
  adjustFontFallback: false,
  declarations: [
    { prop: 'font-stretch', value: '64% 84%' },
    {
      prop: 'unicode-range',
      value:
        'U+0020-007E, U+00A0-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+2009-200A, U+2010-2027, U+202F-203A, U+20AC, U+2122, U+2190-2193, U+2212',
    },
  ],
});

const displayMore = localFont({
  src: './fonts/archivo-more.woff2',
  variable: '--font-archivo-more',
  weight: '640 830',
  display: 'optional',
  preload: false,
  adjustFontFallback: false,
  declarations: [
    { prop: 'font-stretch', value: '64% 84%' },
    {
      prop: 'unicode-range',
      value: 'U+0100-0130, U+0132-0151, U+0154-017F, U+01C0-0233, U+1E00-1E9F, U+1EF2-1EFF',
    },
  ],
});

const text = localFont({
  src: './fonts/hanken.woff2',
  variable: '--font-hanken',
  weight: '400 760',
  display: 'optional',
  adjustFontFallback: 'Arial',
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+0020-007E, U+00A0-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+2009-200A, U+2010-2027, U+202F-203A, U+20AC, U+2122, U+2190-2193, U+2212',
    },
  ],
});

const textMore = localFont({
  src: './fonts/hanken-more.woff2',
  variable: '--font-hanken-more',
  weight: '400 760',
  display: 'optional',
  preload: false,
  adjustFontFallback: false,
  declarations: [
    {
      prop: 'unicode-range',
      value: 'U+0100-0130, U+0132-0151, U+0154-017F, U+01C0-0233, U+1E00-1E9F, U+1EF2-1EFF',
    },
  ],
});

/** For `<html>`: the variables that `tokens.css` builds its font stacks from. */
export const fontVariables = [display, displayMore, text, textMore].map((font) => font.variable).join(' ');
