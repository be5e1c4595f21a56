import { describe, expect, test } from 'vitest';
import { registerSchema } from './accounts/register.schema.ts';
import { signInSchema } from './auth/sign-in.schema.ts';
import { holdTicketsSchema, promoCodeSchema } from './booking/hold-tickets.schema.ts';
import { cancelEventSchema } from './catalog/cancel-event.schema.ts';
import { createCategorySchema } from './catalog/create-category.schema.ts';
import { createOrganizerSchema } from './organizers/create-organizer.schema.ts';
import { startPaymentSchema } from './payments/start-payment.schema.ts';
import { isLine, isPersonName, isText } from './typed-text.schema.ts';

/** What PostgreSQL or UTF-8 cannot take, or what no line of text has in it. */
const broken = ['a\0b', 'a\u0007b', 'a\u0085b', 'a\u009bb', 'a\ud800b', 'a\udc00b', 'a\x7fb', 'a\ufffeb'];

describe('typed text', () => {
  test.each(broken)('%j is no text at all', (text) => {
    expect(isLine(text)).toBe(false);
    expect(isText(text)).toBe(false);
    expect(isPersonName(text)).toBe(false);
  });

  test('line breaks make a text, not a line', () => {
    expect(isLine('one\ntwo')).toBe(false);
    expect(isText('one\r\n\ttwo')).toBe(true);
  });

  test.each(['Žofie Ångström', '王秀英', 'محمد', "D'Arcy O’Neill, Jr.", 'Ada 🎟', 'नेहा', 'N:o 5 / B'])(
    '%s is a name',
    (name) => {
      expect(isPersonName(name)).toBe(true);
    },
  );

  test('a link is no name', () => {
    expect(isPersonName('You won, see https://evil.example/prize')).toBe(false);
  });

  test.each(['Claim your refund at evil.com', 'Prize evil.me', 'evil.ai', 'www.evil', 'evil.tv/win'])(
    '%s is the name of no organizer, because mails would make a link of it',
    (name) => {
      const found = createOrganizerSchema.safeParse({ ...organizer, name });
      expect(found.error?.issues.map(({ message }) => message)).toContain('name_is_link');
    },
  );

  test.each(['Dr.med. Ada', 'St. Pauli e.V.', 'Maré Baixa, Lda.', 'Vol.2', 'a.k.a. Ada'])(
    '%s may be',
    (name) => expect(createOrganizerSchema.safeParse({ ...organizer, name }).success).toBe(true),
  );
});

const id = '0195d3a0-0000-7000-8000-000000000000';
const checkout = (changes: object) => ({
  buyerName: 'Ada',
  buyerEmail: 'ada@example.org',
  attendees: [{ ticketTypeId: id, name: 'Ada', email: '' }],
  acceptTerms: true,
  marketingConsent: false,
  ...changes,
});
const hold = { eventId: id, items: [{ ticketTypeId: id, quantity: 1 }], locale: 'en' };
const organizer = { name: 'Hall', email: 'hall@example.org', country: 'DE' };
const account = {
  name: 'Ada',
  email: 'ada@example.org',
  password: 'a long password',
  acceptTerms: true,
  marketingConsent: false,
};

describe('no form lets broken text through', () => {
  test('each is fine without it', () => {
    expect(startPaymentSchema.safeParse(checkout({})).success).toBe(true);
    expect(holdTicketsSchema.safeParse({ ...hold, promoCode: 'EARLY' }).success).toBe(true);
    expect(createOrganizerSchema.safeParse(organizer).success).toBe(true);
    expect(registerSchema.safeParse(account).success).toBe(true);
    expect(createCategorySchema.safeParse({ slug: 'film', names: { en: 'Film' } }).success).toBe(true);
    expect(cancelEventSchema.safeParse({ reason: 'The singer\nis ill.' }).success).toBe(true);
  });

  test.each(broken)('%j', (text) => {
    const address = `${text}@example.org`;
    const attendees = [{ ticketTypeId: id, name: text, email: '' }];
    expect(startPaymentSchema.safeParse(checkout({ buyerName: text })).success).toBe(false);
    expect(startPaymentSchema.safeParse(checkout({ attendees })).success).toBe(false);
    expect(startPaymentSchema.safeParse(checkout({ buyerEmail: address })).success).toBe(false);
    expect(holdTicketsSchema.safeParse({ ...hold, promoCode: text }).success).toBe(false);
    expect(promoCodeSchema.safeParse(text).success).toBe(false);
    expect(createOrganizerSchema.safeParse({ ...organizer, name: text }).success).toBe(false);
    expect(createOrganizerSchema.safeParse({ ...organizer, description: text }).success).toBe(false);
    expect(registerSchema.safeParse({ ...account, name: text }).success).toBe(false);
    expect(registerSchema.safeParse({ ...account, email: address }).success).toBe(false);
    expect(signInSchema.safeParse({ email: address, password: 'x' }).success).toBe(false);
    expect(createCategorySchema.safeParse({ slug: 'film', names: { en: text } }).success).toBe(false);
    expect(cancelEventSchema.safeParse({ reason: text }).success).toBe(false);
  });

  test('a name with a link is told apart from one that is missing', () => {
    const codes = startPaymentSchema
      .safeParse(checkout({ buyerName: 'http://evil.example' }))
      .error?.issues.map((issue) => issue.message);
    expect(codes).toEqual(['name']);
    expect(registerSchema.safeParse({ ...account, name: 'http://evil.example' }).success).toBe(false);
  });
});

test.each([
  '\u200B\u200B',
  '\u3164',
  '\u2800',
  '\u2060',
  '\u0301',
  '\u202EreversedName',
  `a${'\u0301'.repeat(40)}`,
])('a name of nothing, or one that draws over what stands around it, is none: %j', (name) =>
  expect(isPersonName(name)).toBe(false),
);

test.each(['Pay at www.evil-post.com', 'evil-post.com', 'see evil.ru', 'a/b evil'])(
  'a mail program would make a link of %s',
  (name) => expect(isPersonName(name)).toBe(false),
);

test.each([
  'Dr.med. Jan Müller',
  'J.R.R. Tolkien',
  'St. John-Smythe',
  'Nguyễn Thị Ánh',
  '中村 由紀',
  'O’Brien, Jr.',
])('people are called %s', (name) => expect(isPersonName(name)).toBe(true));
