import type { CSSProperties } from 'react';

/*
 * Mail programs know neither variables nor oklch nor web fonts, so colours are hex and stand on each element. The
 * dark ones are in `DARK`, for programs that honour a media query; the others keep a light mail.
 */
export const colors = {
  paper: '#faf7f1',
  ink: '#1d1712',
  hairline: '#d9d2c6',
  rule: '#8a8078',
  accent: '#1f3fd0',
  onAccent: '#ffffff',
  field: '#b4e9c9',
  onField: '#043019',
  warn: '#ffe08a',
  onWarn: '#3d2600',
} as const;

const SANS = "'Hanken Grotesk',-apple-system,'Segoe UI',Helvetica,Arial,sans-serif";
const DISPLAY = "'Archivo Narrow','Arial Narrow','Helvetica Neue Condensed',Arial,sans-serif";

export const text: CSSProperties = {
  fontFamily: SANS,
  fontSize: '16px',
  lineHeight: '24px',
  margin: 0,
  color: colors.ink,
  overflowWrap: 'anywhere',
};

export const small: CSSProperties = { ...text, fontSize: '14px', lineHeight: '21px' };

export const display: CSSProperties = {
  fontFamily: DISPLAY,
  fontWeight: 800,
  letterSpacing: '-0.5px',
  margin: 0,
  color: colors.ink,
  overflowWrap: 'anywhere',
};

export const HEAD_STYLE = `
@media (max-width:560px){
  .stack{display:block!important;width:auto!important;box-sizing:border-box!important}
  .tear{border-inline-end:0!important}
  .title{font-size:36px!important;line-height:38px!important}
  .pad{padding-inline:20px!important}
}
@media (prefers-color-scheme:dark){
  .paper{background:#1a1613!important;background-color:#1a1613!important}
  .ink,.ink a{color:#f3efe8!important}
  .line{border-color:#3d3630!important}
}`;
