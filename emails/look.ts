import type { CSSProperties } from 'react';

/*
 * Mail programs know neither variables nor oklch nor web fonts, so colours are hex and stand on each element. What
 * changes in the dark hangs on classes, for programs that honour them; the others keep a light mail. Sides are named
 * left and right: Word's engine, in which Outlook draws, and many web mails know no logical ones.
 */
export const colors = {
  paper: '#faf7f1',
  ink: '#1d1712',
  hairline: '#d9d2c6',
  rule: '#8a8078',
  accent: '#1646c6',
  onAccent: '#ffffff',
  warn: '#ffe08a',
  onWarn: '#3d2600',
} as const;

/** An event's colours on paper, as `#rrggbb`. They go with its poster and stay as they are in the dark. */
export type Tint = { field: string; ink: string };

const SANS = "'Hanken Grotesk',-apple-system,'Segoe UI',Helvetica,Arial,sans-serif";
const DISPLAY = "'Archivo Narrow','Arial Narrow','Helvetica Neue Condensed',Arial,sans-serif";

/** Breaks words only where they would not fit at all; the older name of it is for older programs. */
const breaks: CSSProperties = { overflowWrap: 'anywhere', wordBreak: 'break-word' };

export const text: CSSProperties = {
  fontFamily: SANS,
  fontSize: '16px',
  lineHeight: '24px',
  margin: 0,
  color: colors.ink,
  ...breaks,
};

export const small: CSSProperties = { ...text, fontSize: '14px', lineHeight: '21px' };

export const display: CSSProperties = {
  fontFamily: DISPLAY,
  fontWeight: 800,
  letterSpacing: '-0.5px',
  margin: 0,
  color: colors.ink,
  ...breaks,
};

/** Class → what it becomes in the dark: the part that is text, and the part that is ground. */
const DARK = [
  { of: '.paper', ground: 'background:#1a1613!important;background-color:#1a1613!important' },
  { of: '.ink', words: 'color:#f3efe8!important' },
  { of: '.ink a', words: 'color:#f3efe8!important' },
  { of: '.line', words: 'border-color:#3d3630!important' },
  { of: '.act', ground: 'background:#99beff!important;background-color:#99beff!important' },
  { of: '.act a', words: 'color:#06122e!important' },
] as const;

const darkRules = DARK.map((rule) => `${rule.of}{${'words' in rule ? rule.words : rule.ground}}`);

/** Outlook on the web and its apps have a dark mode of their own, and mark what they have changed. */
const outlookRules = DARK.map((rule) =>
  'words' in rule ? `[data-ogsc] ${rule.of}{${rule.words}}` : `[data-ogsb] ${rule.of}{${rule.ground}}`,
);

export const HEAD_STYLE = `
@media (max-width:560px){
  .stack{display:block!important;width:auto!important;box-sizing:border-box!important}
  .tear{border-left:0!important;border-right:0!important;border-bottom:2px dotted!important}
  .beside{padding:18px 0 0!important}
  .title{font-size:36px!important;line-height:38px!important}
  .pad{padding-left:20px!important;padding-right:20px!important}
}
@media (prefers-color-scheme:dark){
  ${darkRules.join('\n  ')}
}`;

/** By itself, because a program that does not know a selector may drop all that stands with it. */
export const MORE_STYLE = `
:root{color-scheme:light dark;supported-color-schemes:light dark}
${outlookRules.join('\n')}`;

/**
 * For Word's engine alone, which knows neither a greatest width nor space inside a link, and enlarges pictures on
 * screens with small pixels.
 */
export const WORD_HEAD =
  '<!--[if mso]><xml><o:OfficeDocumentSettings xmlns:o="urn:schemas-microsoft-com:office:office">' +
  '<o:PixelsPerInch>96</o:PixelsPerInch></o:OfficeDocumentSettings></xml>' +
  '<style>.sheet{width:600px}.act{padding:13px 20px}</style><![endif]-->';
