import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import type { PublicKeysDocument, VerifiedTicketCode } from '#lib/tickets/ticket-code.ts';
import { readPublicKeys, verifyTicketCode } from '#lib/tickets/ticket-code.ts';
import { at } from './house.ts';

/** Reads the QR code in a picture, as a scanner at the door would. @throws when there is none to be read */
export function readQr(png: Buffer): string {
  const { data, width, height } = PNG.sync.read(png);
  const found = jsQR(new Uint8ClampedArray(data), width, height);
  if (!found) throw new Error(`There is no QR code to be read in a picture of ${width} × ${height}.`);
  return found.data;
}

/** Verifies what a QR code says with nothing but the published keys. */
export async function verifyWithPublishedKeys(code: string): Promise<VerifiedTicketCode> {
  const response = await fetch(at('/.well-known/foyer-keys'));
  const document = (await response.json()) as PublicKeysDocument;
  return verifyTicketCode(code, readPublicKeys(document));
}
