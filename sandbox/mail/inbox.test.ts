import { describe, expect, test } from 'vitest';
import { MAIL, useMail } from './testing.ts';

const start = useMail();

describe('the inbox', () => {
  test('lists newest first, escapes what mails carry, and searches', async () => {
    const { mail, resend } = await start();
    expect(await (await fetch(mail.url)).text()).toContain('No mail yet');
    await resend.emails.send({ ...MAIL, subject: 'First' });
    await resend.emails.send({ ...MAIL, subject: '<script>alert(1)</script>' });
    const html = await (await fetch(mail.url)).text();
    expect(html).not.toContain('<script>alert');
    expect(html.indexOf('&lt;script&gt;alert')).toBeLessThan(html.indexOf('First'));
    expect(await (await fetch(`${mail.url}/?q=first`)).text()).not.toContain('alert');
  });

  test('the refresh answers 304 until something arrives', async () => {
    const { mail, resend } = await start();
    const first = await fetch(`${mail.url}/rows`);
    const ask = () =>
      fetch(`${mail.url}/rows`, { headers: { 'if-none-match': first.headers.get('etag') ?? '' } });
    expect((await ask()).status).toBe(304);
    await resend.emails.send(MAIL);
    expect((await ask()).status).toBe(200);
  });

  test('a message shows its HTML sandboxed with inline images, its text, headers and files', async () => {
    const { mail, resend } = await start();
    const content = Buffer.from([137, 80, 78, 71]);
    const attachments = [
      { filename: 'qr.png', content, contentId: 'qr-1' },
      { filename: 'kalender ü.ics', content: Buffer.from('BEGIN:VCALENDAR') },
    ];
    const { data } = await resend.emails.send({ ...MAIL, attachments });
    const base = `${mail.url}/messages/${data?.id}`;
    const page = await (await fetch(base)).text();
    expect(page).toContain('sandbox="allow-popups');
    expect(page).toContain('kalender ü.ics');
    const html = await fetch(`${base}/html`);
    expect(html.headers.get('content-security-policy')).toMatch(/^sandbox allow-popups(?!.*allow-scripts)/);
    expect(await html.text()).toContain(`/messages/${data?.id}/attachments/0`);
    const image = await fetch(`${base}/attachments/0`);
    expect(image.headers.get('content-type')).toBe('image/png');
    expect(Buffer.from(await image.arrayBuffer())).toEqual(content);
    const file = await fetch(`${base}/attachments/1`);
    expect(file.headers.get('content-disposition')).toBe(
      "attachment; filename*=UTF-8''kalender%20%C3%BC.ics",
    );
    expect(await (await fetch(`${base}?view=text`)).text()).toContain('<pre>Hello</pre>');
    expect(await (await fetch(`${base}?view=headers`)).text()).toContain('X-Entity-Ref-ID');
    expect((await fetch(`${mail.url}/messages/nope`)).status).toBe(404);
    expect((await fetch(`${base}/attachments/9`)).status).toBe(404);
  });
});
