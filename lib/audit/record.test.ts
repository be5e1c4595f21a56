import { desc, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { auditLog } from '#db/schema/index.ts';
import { useApplication } from '#sandbox/testing/application.ts';
import { database } from '../database.ts';
import { withRequest } from '../log.ts';
import { recordAudit } from './record.ts';

useApplication();

const entry = { organizerId: null, action: 'thing.made', object: { type: 'thing', id: 'a' } };

test('keeps who, what, old and new, and the request it was part of', async () => {
  const actor = {
    kind: 'user' as const,
    userId: '01890000-0000-7000-8000-000000000001',
    role: 'attendee' as const,
    sessionId: 'none',
    memberships: [],
  };
  await withRequest('request-1', () =>
    recordAudit(database(), { ...entry, actor, changes: { status: ['draft', 'published'] } }),
  );
  await recordAudit(database(), { ...entry, actor: { kind: 'stripe' } });
  const rows = await database()
    .select()
    .from(auditLog)
    .where(eq(auditLog.objectId, 'a'))
    .orderBy(desc(auditLog.id));
  expect(rows).toMatchObject([
    { actor: 'stripe', actorUserId: null, changes: {}, requestId: null },
    {
      actor: 'user',
      actorUserId: actor.userId,
      action: 'thing.made',
      changes: { status: ['draft', 'published'] },
      requestId: 'request-1',
    },
  ]);
});

test('goes with the transaction it was part of', async () => {
  const lost = { ...entry, object: { type: 'thing', id: 'lost' }, actor: { kind: 'system' as const } };
  await expect(
    database().transaction(async (tx) => {
      await recordAudit(tx, lost);
      tx.rollback();
    }),
  ).rejects.toThrow();
  expect(await database().select().from(auditLog).where(eq(auditLog.objectId, 'lost'))).toEqual([]);
});

test('the application cannot rewrite it', async () => {
  const forbidden = { cause: { code: '42501' } };
  await expect(
    database().update(auditLog).set({ action: 'nothing' }).where(eq(auditLog.objectId, 'a')),
  ).rejects.toMatchObject(forbidden);
  await expect(database().delete(auditLog).where(eq(auditLog.objectId, 'a'))).rejects.toMatchObject(
    forbidden,
  );
});
