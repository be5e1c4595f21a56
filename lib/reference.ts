import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** Crockford's base 32: no I, L, O, U, so that it can be read aloud and typed. https://www.crockford.com/base32.html */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Ten random characters (50 bits), for booking references and ticket codes. */
export function newReference(): string {
  // 256 is a multiple of 32, so the remainder favours no letter.
  return Array.from(randomBytes(10), (byte) => ALPHABET[byte % 32]).join('');
}

/** What somebody typed, as it was meant: upper case, no separators or control characters, O as 0, I and L as 1. */
export function normaliseReference(typed: string): string {
  return typed
    .toUpperCase()
    .replaceAll(/[\s\p{Cc}-]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
}

/** True for what has the shape of a reference, so that nothing else is looked up. */
export function isReference(text: string): boolean {
  return /^[0-9A-HJKMNP-TV-Z]{10}$/.test(text);
}

/** A secret of 256 random bits, and what of it may be stored. */
export function newSecret(): { secret: string; hash: Buffer } {
  const secret = randomBytes(32).toString('base64url');
  return { secret, hash: hashSecret(secret) };
}

/** SHA-256; enough for a random secret, where a password would need argon2. */
export function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

/** Compares in constant time. */
export function isSecret(secret: string, hash: Buffer): boolean {
  return timingSafeEqual(hashSecret(secret), hash);
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** True for an id as PostgreSQL writes it: what a form brings along may be anything. */
export const isUuid = (text: string): boolean => UUID.test(text);
