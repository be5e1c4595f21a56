import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { auditLog, users } from '#db/schema/index.ts';
import { useApplication } from '#sandbox/testing/application.ts';
import { sessionOf } from '../auth/testing.ts';
import { database } from '../database.ts';
import { changeLanguage } from './change-language.ts';
import { makeAccount } from './testing.ts';

useApplication();

test('it is kept, and the log says so once', async () => {
  const userId = await makeAccount(`language_${crypto.randomUUID().slice(0, 8)}@example.org`);
  const { sessionId } = await sessionOf(userId, 'Mozilla/5.0 (X11; Linux) Firefox/140.0');
  const actor = { kind: 'user' as const, userId, role: 'attendee' as const, sessionId, memberships: [] };
  expect(await changeLanguage(actor, 'de')).toEqual({ changed: true });
  expect(await changeLanguage(actor, 'de')).toEqual({ changed: false });
  const [kept] = await database().select({ locale: users.locale }).from(users).where(eq(users.id, userId));
  expect(kept).toEqual({ locale: 'de' });
  const logged = await database()
    .select({ action: auditLog.action, changes: auditLog.changes })
    .from(auditLog)
    .where(eq(auditLog.objectId, userId));
  expect(logged.filter(({ action }) => action === 'user.edited')).toEqual([
    { action: 'user.edited', changes: { locale: ['en', 'de'] } },
  ]);
});
