import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  formatTicketCode,
  parseTicketKeys,
  publicKeysDocument,
  readPublicKeys,
  signTicketCode,
  verifyTicketCode,
} from './ticket-code.ts';

const seed = () => randomBytes(32).toString('base64url');
const OLD = `2026a:${seed()}`;
const NEW = `2026b:${seed()}`;
const keys = parseTicketKeys(`${NEW},${OLD}`);
const claim = {
  eventId: '0199c9a2-7f30-7abc-8def-001122334455',
  ticketId: '0199c9a2-7f30-7abc-8def-66778899aabb',
  revision: 3,
};

/** RFC 8032, section 7.1, test 1. */
const RFC_SEED = Buffer.from('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60', 'hex');
const RFC_PUBLIC = 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a';

describe('a signed code', () => {
  test('says what it stands for, and stays small', () => {
    const code = signTicketCode(claim, keys);
    expect(code).toMatch(/^v1\.2026b\.[\w-]{22}\.[\w-]{22}\.3\.[\w-]{86}$/);
    expect(code.length).toBeLessThan(152);
    expect(verifyTicketCode(code, keys.publicKeys)).toEqual({ ok: true, kid: '2026b', ...claim });
    expect(verifyTicketCode(code, keys.publicKeys, claim.eventId)).toMatchObject({ ok: true });
    expect(signTicketCode(claim, keys)).toBe(code);
  });

  test('verifies with nothing but the published document', () => {
    const document = JSON.parse(JSON.stringify(publicKeysDocument(keys))) as ReturnType<
      typeof publicKeysDocument
    >;
    expect(document.keys.map((key) => key.kid)).toEqual(['2026b', '2026a']);
    expect(JSON.stringify(document)).not.toContain('"d"');
    expect(verifyTicketCode(signTicketCode(claim, keys), readPublicKeys(document))).toMatchObject({
      ok: true,
    });
  });

  test('made with the old key verifies after the rotation, and not once the old key is gone', () => {
    const code = signTicketCode(claim, parseTicketKeys(OLD));
    expect(verifyTicketCode(code, keys.publicKeys)).toMatchObject({ ok: true, kid: '2026a' });
    expect(verifyTicketCode(code, parseTicketKeys(NEW).publicKeys)).toEqual({
      ok: false,
      reason: 'unknown_key',
    });
  });

  test('uses Ed25519 as the RFC has it', () => {
    const rfc = parseTicketKeys(`rfc:${RFC_SEED.toString('base64url')}`);
    const x = Buffer.from(RFC_PUBLIC, 'hex').toString('base64url');
    expect(publicKeysDocument(rfc).keys).toEqual([
      { kty: 'OKP', crv: 'Ed25519', kid: 'rfc', use: 'sig', alg: 'EdDSA', x },
    ]);
  });

  test('any claim comes back as it was', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), fc.nat(999_999_999), (eventId, ticketId, revision) => {
        const made = signTicketCode({ eventId, ticketId, revision }, keys);
        expect(verifyTicketCode(made, keys.publicKeys)).toEqual({
          ok: true,
          kid: '2026b',
          eventId,
          ticketId,
          revision,
        });
      }),
      { numRuns: 50 },
    );
  });
});

describe('what is refused', () => {
  const code = signTicketCode(claim, keys);

  test('any single character changed', () => {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.';
    for (let at = 0; at < code.length; at += 1) {
      for (const letter of Array.from(alphabet).filter((_, i) => (i + at) % 6 === 0)) {
        if (letter === code[at]) continue;
        const tampered = code.slice(0, at) + letter + code.slice(at + 1);
        expect(verifyTicketCode(tampered, keys.publicKeys).ok, tampered).toBe(false);
      }
    }
  });

  test('the last character of each part has no second spelling', () => {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    for (const index of [2, 3, 5]) {
      for (const letter of alphabet) {
        const parts = code.split('.');
        const changed = (parts[index] ?? '').slice(0, -1) + letter;
        if (changed === parts[index]) continue;
        parts[index] = changed;
        expect(verifyTicketCode(parts.join('.'), keys.publicKeys).ok).toBe(false);
      }
    }
  });

  test('any text that is not a code', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(verifyTicketCode(text, keys.publicKeys).ok).toBe(false);
      }),
    );
  });

  test('another claim under the same signature, another event, another version, another issuer', () => {
    const other = signTicketCode({ ...claim, revision: 4 }, keys);
    const spliced = `${other.slice(0, other.lastIndexOf('.'))}${code.slice(code.lastIndexOf('.'))}`;
    expect(verifyTicketCode(spliced, keys.publicKeys)).toEqual({ ok: false, reason: 'bad_signature' });
    expect(verifyTicketCode(code, keys.publicKeys, claim.ticketId)).toEqual({
      ok: false,
      reason: 'wrong_event',
    });
    expect(verifyTicketCode(code.replace('v1', 'v2'), keys.publicKeys)).toEqual({
      ok: false,
      reason: 'unknown_version',
    });
    const forged = signTicketCode(claim, parseTicketKeys(`2026b:${seed()}`));
    expect(verifyTicketCode(forged, keys.publicKeys)).toEqual({ ok: false, reason: 'bad_signature' });
    expect(verifyTicketCode(`${code}.x`, keys.publicKeys)).toEqual({ ok: false, reason: 'malformed' });
  });

  test.each(['', 'a', `a:${'x'.repeat(42)}`, `a b:${seed()}`, `${OLD},${OLD}`, `${OLD},`, `${OLD}:x`])(
    'a bad list of keys: %s',
    (text) => {
      expect(() => parseTicketKeys(text)).toThrow(/ticket signing key/);
    },
  );

  test('a bad list of keys is named without telling a seed', () => {
    const secret = seed();
    expect(() => parseTicketKeys(`a:${secret}x`)).toThrow(expect.not.stringContaining(secret));
  });

  test('an id that is no UUID and a revision that is no whole number', () => {
    expect(() => signTicketCode({ ...claim, ticketId: 'x' }, keys)).toThrow(TypeError);
    expect(() => signTicketCode({ ...claim, revision: 1.5 }, keys)).toThrow(TypeError);
    expect(() => signTicketCode({ ...claim, revision: -1 }, keys)).toThrow(TypeError);
  });
});

test('ten characters read as five and five', () => {
  expect(formatTicketCode('7K2M93QDX4')).toBe('7K2M9-3QDX4');
});
