import { Resend } from 'resend';
import { describe, expect, test } from 'vitest';
import { KEY, list, MAIL, useMail } from './testing.ts';

const start = useMail();

describe('sending', () => {
  test('a mail with everything comes back as it was sent', async () => {
    const { mail, resend } = await start();
    const attachments = [
      { filename: 'qr.png', content: Buffer.from([1, 2, 3]), contentId: 'qr-1' },
      { filename: 'event.ics', content: 'QkVHSU4=', contentType: 'text/calendar' },
    ];
    const sent = await resend.emails.send({ ...MAIL, attachments });
    expect(sent.error).toBeNull();
    const id = sent.data?.id ?? '';
    const got = await resend.emails.get(id);
    expect(got.data).toMatchObject({
      object: 'email',
      id,
      to: [MAIL.to],
      from: MAIL.from,
      subject: MAIL.subject,
      html: MAIL.html,
      text: MAIL.text,
      reply_to: ['box@venue.example'],
      last_event: 'delivered',
    });
    const { messages } = await list(mail, '?to=ZOE@mail.example&subject=ticket');
    expect(messages[0]?.attachments).toEqual([
      { filename: 'qr.png', contentType: 'image/png', contentId: 'qr-1', content: 'AQID', path: null },
      {
        filename: 'event.ics',
        contentType: 'text/calendar',
        contentId: null,
        content: 'QkVHSU4=',
        path: null,
      },
    ]);
    expect((await list(mail, '?to=someone-else@mail.example')).messages).toEqual([]);
  });

  test.each([
    ['a bad recipient', { to: 'nobody' }, 'validation_error', 422],
    ['a recipient with a line break', { to: 'a@b.example\r\nBcc: c@d.example' }, 'validation_error', 422],
    ['a bad sender', { from: 'Foyer' }, 'validation_error', 422],
    ['no subject', { subject: '' }, 'missing_required_field', 422],
    ['no body', { html: '', text: '' }, 'missing_required_field', 422],
    [
      '51 recipients',
      { to: Array.from({ length: 51 }, (_, i) => `a${i}@b.example`) },
      'validation_error',
      422,
    ],
    ['an empty attachment', { attachments: [{ filename: 'a.txt' }] }, 'invalid_attachment', 422],
    ['a tag with a space', { tags: [{ name: 'a b', value: 'c' }] }, 'validation_error', 422],
  ])('%s is refused and nothing is kept', async (_name, change, name, statusCode) => {
    const { mail, resend } = await start();
    const { data, error } = await resend.emails.send({ ...MAIL, ...change });
    expect(data).toBeNull();
    expect(error).toMatchObject({ name, statusCode });
    expect((await list(mail)).count).toBe(0);
  });

  test('a missing and a wrong key answer 401', async () => {
    const { mail } = await start();
    const wrong = await new Resend('re_sandbox_other', { baseUrl: mail.url }).emails.send(MAIL);
    expect(wrong.error).toMatchObject({ statusCode: 401, message: 'API key is invalid' });
    const missing = await fetch(`${mail.url}/emails`, { method: 'POST', body: '{}' });
    expect(missing.status).toBe(401);
    expect(await missing.json()).toMatchObject({ name: 'missing_api_key' });
  });

  test('an unknown id is 404', async () => {
    const { resend } = await start();
    expect((await resend.emails.get('nope')).error).toMatchObject({ statusCode: 404, name: 'not_found' });
  });
});

describe('batches', () => {
  test('100 go in one call, ids in order', async () => {
    const { mail, resend } = await start();
    const batch = Array.from({ length: 100 }, (_, i) => ({ ...MAIL, subject: `Mail ${i}` }));
    const { data } = await resend.batch.send(batch);
    expect(data?.data).toHaveLength(100);
    const last = await resend.emails.get(data?.data[99]?.id ?? '');
    expect(last.data?.subject).toBe('Mail 99');
    expect((await list(mail)).count).toBe(100);
  });

  test('101, none, attachments and one bad address are refused whole', async () => {
    const { mail, resend } = await start();
    const many = Array.from({ length: 101 }, () => MAIL);
    expect((await resend.batch.send(many)).error?.statusCode).toBe(422);
    expect((await resend.batch.send([])).error?.statusCode).toBe(422);
    // The SDK's types already forbid attachments here; the server has to as well.
    const raw = await fetch(`${mail.url}/emails/batch`, {
      method: 'POST',
      headers: { authorization: `Bearer ${KEY}` },
      body: JSON.stringify([{ ...MAIL, attachments: [{ filename: 'a.txt', content: 'YQ==' }] }]),
    });
    expect(raw.status).toBe(422);
    expect((await resend.batch.send([MAIL, { ...MAIL, to: 'nobody' }])).error?.statusCode).toBe(422);
    expect((await list(mail)).count).toBe(0);
  });

  test('permissive validation sends the good ones and names the bad', async () => {
    const { mail, resend } = await start();
    const { data } = await resend.batch.send([{ ...MAIL, to: 'nobody' }, MAIL], {
      batchValidation: 'permissive',
    });
    expect(data?.data).toHaveLength(1);
    expect(data?.errors).toMatchObject([{ index: 0 }]);
    expect((await list(mail)).count).toBe(1);
  });
});

test('the third request in a second is 429 with the headers to wait by, and later ones pass', async () => {
  const { mail, resend } = await start({ rate: 2 });
  const answers = await Promise.all([1, 2, 3].map(() => resend.emails.send(MAIL)));
  const refused = answers.filter((answer) => answer.error);
  expect(refused).toHaveLength(1);
  expect(refused[0]?.error).toMatchObject({ statusCode: 429, name: 'rate_limit_exceeded' });
  expect(refused[0]?.headers).toMatchObject({
    'retry-after': '1',
    'ratelimit-limit': '2',
    'ratelimit-remaining': '0',
    'ratelimit-reset': '1',
  });
  expect((await list(mail)).count).toBe(2);
  await new Promise((resolve) => setTimeout(resolve, 1050));
  expect((await resend.emails.send(MAIL)).error).toBeNull();
});
