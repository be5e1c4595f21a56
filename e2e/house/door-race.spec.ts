import { expect, test } from 'playwright/test';
import { cookieFor } from '../access/readers.ts';
import { useVerbs } from '../stage/application.ts';
import { ask } from '../stage/database.ts';
import { doorTonight } from '../stage/door.ts';
import { at, house } from '../stage/house.ts';

// Twenty devices, each signed in by itself, scan the same ticket through the web at the same moment.

useVerbs();

const DEVICES = 20;

test('twenty devices scan one ticket: one admits, nineteen say when and where', async () => {
  const scene = await doorTonight('Everybody at Once', 3);
  const cookies = await Promise.all(Array.from({ length: DEVICES }, () => cookieFor(scene.member.userId)));
  for (const ticket of scene.tickets) {
    const answers = await Promise.all(
      cookies.map(async (cookie, device) => {
        const body = new FormData();
        body.set('ticket', ticket.code);
        body.set('door', `Door ${device}`);
        body.set('scanId', crypto.randomUUID());
        const response = await fetch(at(`/door/${scene.slug}/check-in`), {
          method: 'POST',
          body,
          redirect: 'manual',
          headers: { cookie, origin: house().appUrl },
        });
        expect(response.status).toBe(200);
        const { answer } = (await response.json()) as { answer: { kind: string; door?: string } };
        return { ...answer, device };
      }),
    );
    const admitted = answers.filter(({ kind }) => kind === 'admitted');
    expect(admitted).toHaveLength(1);
    const told = answers.filter(({ kind }) => kind === 'already_used');
    expect(told).toHaveLength(DEVICES - 1);
    for (const { door } of told) expect(door).toBe(`Door ${admitted[0]?.device}`);
  }
  const [counted] = await ask(
    'select count(*)::int as in from check_ins where event_id = $1 and undone_at is null',
    [scene.eventId],
  );
  expect(counted).toEqual({ in: scene.tickets.length });
});
