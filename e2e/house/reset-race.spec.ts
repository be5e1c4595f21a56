import { expect, test } from 'playwright/test';
import { requestByMail } from '#lib/accounts/account-request.ts';
import { keyFor } from '#lib/accounts/testing.ts';
import { form } from '../access/action-entry.ts';
import { callAction } from '../access/call-action.ts';
import { someoneSignedIn } from '../access/readers.ts';
import { listActions } from '../access/route-tree.ts';
import { useVerbs } from '../stage/application.ts';
import { ask } from '../stage/database.ts';
import { house } from '../stage/house.ts';

// Whoever has read the mail and whoever has stolen it send its key through the web at the same moment.

useVerbs();

const TRIES = 20;

test('twenty forms with one key to a new password: one is taken, and it alone signs in', async () => {
  const { userId, email } = await someoneSignedIn('Raced Reset');
  await requestByMail('reset_password', email, { address: '192.0.2.77', locale: 'en', nextPath: null });
  const key = await keyFor(email, 'reset_password');
  const id = listActions().get('[locale]/(entrance)/reset-password/actions.ts#resetPasswordAction') ?? '';
  const answers = await Promise.all(
    Array.from({ length: TRIES }, async (_, index) => {
      const args = [null, form({ key, password: `four words of number ${index}`, locale: 'en' })];
      const { status, text } = await callAction(
        house().appUrl,
        id,
        { path: `/reset-password?key=${key}`, args },
        null,
      );
      expect(status).toBeLessThan(500);
      return text;
    }),
  );
  expect(answers.filter((text) => text.includes('This link has been used'))).toHaveLength(TRIES - 1);
  // The device that was signed in before is out; the one that came first is in.
  const sessions = await ask<{ revoked: boolean }>(
    'select revoked_at is not null as revoked from sessions where user_id = $1 order by created_at',
    [userId],
  );
  expect(sessions).toEqual([{ revoked: true }, { revoked: false }]);
  const written = await ask(`select from audit_log where action = 'user.password_reset' and object_id = $1`, [
    userId,
  ]);
  expect(written).toHaveLength(1);
});
