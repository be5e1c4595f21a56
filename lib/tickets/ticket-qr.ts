import QRCode from 'qrcode';

/*
 * Black on white with a quiet zone of four modules (ISO/IEC 18004), whatever the page around it looks like: that is
 * what reads on a dark screen and on paper. Level M survives a crease without making the modules much smaller.
 */
const LOOK = {
  errorCorrectionLevel: 'M',
  margin: 4,
  color: { dark: '#000000ff', light: '#ffffffff' },
} as const;

/** The code as an SVG document, to be scaled at will. */
export async function ticketQrSvg(code: string): Promise<string> {
  return QRCode.toString(code, { ...LOOK, type: 'svg' });
}

/**
 * The code as a PNG, for mails. Eight pixels a module: sharp at 164 CSS pixels on any screen, and under 5 kB.
 */
export async function ticketQrPng(code: string): Promise<Buffer> {
  return QRCode.toBuffer(code, { ...LOOK, type: 'png', scale: 8 });
}

/** The code as rows of modules without a quiet zone, true for dark: for whoever draws it with means of their own. */
export function ticketQrModules(code: string): readonly (readonly boolean[])[] {
  const { modules } = QRCode.create(code, { errorCorrectionLevel: LOOK.errorCorrectionLevel });
  return Array.from({ length: modules.size }, (_, y) =>
    Array.from({ length: modules.size }, (_, x) => modules.get(y, x) === 1),
  );
}

/** Where the picture of a code is served to mails that cannot carry it as a file. */
export function ticketQrPath(code: string): string {
  return `/qr/${code}.png`;
}
