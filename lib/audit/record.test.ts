import { desc, eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { auditDetails, auditLog } from '#db/schema/index.ts';
import { useApplication } from '#sandbox/testing/application.ts';
import { database } from '../database.ts';
import { withRequest } from '../log.ts';
import { recordAudit } from './record.ts';

useApplication();

const entry = {
  organizerId: null,
  action: 'category.created',
  object: { type: 'category', id: 'a' },
} as const;

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
      action: 'category.created',
      changes: { status: ['draft', 'published'] },
      requestId: 'request-1',
    },
  ]);
});

test('keeps apart, and only until they are erased, where somebody came from and what tells who they are', async () => {
  const actor = {
    kind: 'user' as const,
    userId: '01890000-0000-7000-8000-000000000002',
    role: 'admin' as const,
    sessionId: 'none',
    memberships: [],
  };
  const personId = '01890000-0000-7000-8000-000000000003';
  await withRequest(
    'request-2',
    () =>
      recordAudit(database(), {
        ...entry,
        object: { type: 'category', id: 'b' },
        actor,
        personal: { personId, changes: { name: ['Noor', 'Noor Haddad'] } },
      }),
    '203.0.113.7',
  );
  const details = () =>
    database()
      .select({
        personId: auditDetails.personId,
        address: auditDetails.address,
        changes: auditDetails.changes,
      })
      .from(auditDetails)
      .innerJoin(auditLog, eq(auditLog.id, auditDetails.auditId))
      .where(eq(auditLog.objectId, 'b'))
      .orderBy(auditDetails.personId);
  expect(await details()).toEqual([
    { personId: actor.userId, address: '203.0.113.7', changes: null },
    { personId, address: null, changes: { name: ['Noor', 'Noor Haddad'] } },
  ]);
  await expect(database().delete(auditDetails)).rejects.toMatchObject({ cause: { code: '42501' } });
  await expect(database().update(auditDetails).set({ address: null })).rejects.toMatchObject({
    cause: { code: '42501' },
  });
  const { rows } = await database().execute(sql`select erase_audit_details(${personId}) as gone`);
  expect(rows).toEqual([{ gone: 1 }]);
  expect(await details()).toMatchObject([{ personId: actor.userId }]);
});

test('goes with the transaction it was part of', async () => {
  const lost = { ...entry, object: { type: 'category', id: 'lost' }, actor: { kind: 'system' } } as const;
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
