import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';

/*
 * What a QR code says: v1.kid.event.ticket.revision.signature
 *
 * Event and ticket are the 16 bytes of their ids in base64url, the signature is Ed25519 over everything before its
 * dot. So a door that holds the public keys can tell a real ticket from a made-up one without a network, and keys
 * can change without reprinting: `kid` names the one that signed.
 */

const VERSION = 'v1';
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const KID = /^[\w-]{1,16}$/;
const REVISION = /^(0|[1-9]\d{0,8})$/;
const SEED_BYTES = 32;

/** The DER frame around a raw Ed25519 seed (RFC 8410), because node:crypto takes no bare seed. */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');

/** Public keys by their name. Enough to verify. */
export type TicketPublicKeys = ReadonlyMap<string, KeyObject>;

/** The key that signs and all that verify. */
export type TicketKeys = { kid: string; privateKey: KeyObject; publicKeys: TicketPublicKeys };

/** What a code stands for. Both ids are UUIDs in lower case. */
export type TicketClaim = { eventId: string; ticketId: string; revision: number };

export type TicketCodeProblem =
  | 'malformed'
  | 'unknown_version'
  | 'unknown_key'
  | 'bad_signature'
  | 'wrong_event';

export type VerifiedTicketCode =
  | ({ ok: true; kid: string } & TicketClaim)
  | { ok: false; reason: TicketCodeProblem };

/** A JWK set (RFC 7517, RFC 8037): what `/.well-known/foyer-keys` serves. */
export type PublicKeysDocument = {
  keys: { kty: 'OKP'; crv: 'Ed25519'; kid: string; use: 'sig'; alg: 'EdDSA'; x: string }[];
};

/** Decodes base64url only if it is the one way to write these bytes: two spellings of a code would be two codes. */
function decode(text: string, bytes: number): Buffer | null {
  const decoded = Buffer.from(text, 'base64url');
  return decoded.length === bytes && decoded.toString('base64url') === text ? decoded : null;
}

function packId(id: string): string {
  if (!UUID.test(id)) throw new TypeError(`not a UUID in lower case: ${id}`);
  return Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url');
}

function unpackId(text: string): string | null {
  const hex = decode(text, 16)?.toString('hex');
  return hex ? hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') : null;
}

/**
 * Reads `TICKET_SIGNING_KEYS`: `kid:seed[,kid:seed…]`, each seed 32 bytes in base64url. The first signs, all verify.
 *
 * @throws TypeError that says which entry is wrong, without repeating any seed.
 */
export function parseTicketKeys(text: string): TicketKeys {
  const publicKeys = new Map<string, KeyObject>();
  let first: { kid: string; privateKey: KeyObject } | null = null;
  for (const [index, entry] of text.split(',').entries()) {
    const [kid = '', seedText = '', ...rest] = entry.trim().split(':');
    const seed = decode(seedText, SEED_BYTES);
    if (!KID.test(kid) || !seed || rest.length > 0) {
      throw new TypeError(
        `ticket signing key ${index + 1}: expected kid:seed, the seed 32 bytes as base64url`,
      );
    }
    if (publicKeys.has(kid))
      throw new TypeError(`ticket signing key ${index + 1}: the name ${kid} is there twice`);
    const der = Buffer.concat([PKCS8_PREFIX, seed]);
    const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
    publicKeys.set(kid, createPublicKey(privateKey));
    first ??= { kid, privateKey };
  }
  if (!first) throw new TypeError('no ticket signing key');
  return { ...first, publicKeys };
}

/** Writes the code of a ticket. The same claim and key give the same code every time (RFC 8032). */
export function signTicketCode(claim: TicketClaim, keys: TicketKeys): string {
  if (!REVISION.test(String(claim.revision))) throw new TypeError(`not a revision: ${claim.revision}`);
  const body = [VERSION, keys.kid, packId(claim.eventId), packId(claim.ticketId), claim.revision].join('.');
  return `${body}.${sign(null, Buffer.from(body), keys.privateKey).toString('base64url')}`;
}

/**
 * Says whether a code is one of ours, and for what. It knows nothing of a ticket's status or newer revisions: that is
 * for whoever looks the ticket up.
 *
 * @param eventId the event it must be for; leave it out where any will do
 */
export function verifyTicketCode(
  code: string,
  publicKeys: TicketPublicKeys,
  eventId?: string,
): VerifiedTicketCode {
  const parts = code.split('.');
  const [version = '', kid = '', eventText = '', ticketText = '', revisionText = '', signatureText = ''] =
    parts;
  if (/^v\d+$/.test(version) && version !== VERSION) return { ok: false, reason: 'unknown_version' };
  const event = unpackId(eventText);
  const ticketId = unpackId(ticketText);
  const signature = decode(signatureText, 64);
  const wellFormed =
    parts.length === 6 && version === VERSION && KID.test(kid) && REVISION.test(revisionText);
  if (!wellFormed || !event || !ticketId || !signature) return { ok: false, reason: 'malformed' };
  const key = publicKeys.get(kid);
  if (!key) return { ok: false, reason: 'unknown_key' };
  const body = code.slice(0, code.lastIndexOf('.'));
  if (!verify(null, Buffer.from(body), key, signature)) return { ok: false, reason: 'bad_signature' };
  if (eventId !== undefined && eventId !== event) return { ok: false, reason: 'wrong_event' };
  return { ok: true, kid, eventId: event, ticketId, revision: Number(revisionText) };
}

/** The public half of all keys, for anyone who wants to verify a code without us. */
export function publicKeysDocument(keys: TicketKeys): PublicKeysDocument {
  return {
    keys: Array.from(keys.publicKeys, ([kid, key]) => {
      const { x } = key.export({ format: 'jwk' });
      if (!x) throw new TypeError(`the key ${kid} is not an Ed25519 key`);
      return { kty: 'OKP', crv: 'Ed25519', kid, use: 'sig', alg: 'EdDSA', x };
    }),
  };
}

/** The inverse of `publicKeysDocument`. */
export function readPublicKeys(document: PublicKeysDocument): TicketPublicKeys {
  return new Map(
    document.keys.map(({ kid, kty, crv, x }) => [
      kid,
      createPublicKey({ key: { kty, crv, x }, format: 'jwk' }),
    ]),
  );
}

/** A ticket's ten characters as people read them out: "7K2M9-3QDX4". */
export function formatTicketCode(code: string): string {
  return `${code.slice(0, 5)}-${code.slice(5)}`;
}
