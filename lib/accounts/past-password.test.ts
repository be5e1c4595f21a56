import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { describe, expect, test } from 'vitest';
import { signedIn } from '#sandbox/testing/account-holder.ts';
import { useApplication } from '#sandbox/testing/application.ts';
import { signInWithGoogle } from '../auth/google-sign-in.ts';
import { createSession } from '../auth/session-row.ts';
import { signIn } from '../auth/sign-in.ts';
import { codeOf } from '../auth/testing.ts';
import { requestByMail } from './account-request.ts';
import { changePassword } from './change-password.ts';
import { myEmailChange } from './email-change.ts';
import { redeemSignInLink } from './redeem-sign-in-link.ts';
import { requestEmailChange } from './request-email-change.ts';
import { resetPassword } from './reset-password.ts';
import { fromSomewhere, keyFor, makeAccount } from './testing.ts';

const app = useApplication();

describe('a sign-in that was past its password when that is changed', () => {
  const PASSWORD = 'quite long enough';

  test.each([
    ['signing in', (email: string) => signIn({ email, password: PASSWORD }, '192.0.2.41')],
    [
      'a link',
      async (email: string) => {
        await requestByMail('sign_in', email, fromSomewhere());
        return redeemSignInLink(await keyFor(email, 'sign_in'));
      },
    ],
    ['Google', (email: string) => signInWithGoogle({ email, emailVerified: true, name: 'Ada Nwosu' })],
  ])('by %s leaves no session for later', async (how, enter) => {
    const email = `past-${how.replace(' ', '-')}@example.org`;
    const userId = await makeAccount(email, PASSWORD);
    const actor = await signedIn(userId);
    const entrant = await enter(email);
    await changePassword(actor, { current: PASSWORD, password: 'some other words' }, '192.0.2.42');
    expect(await codeOf(createSession(entrant, 'a phone'))).toBe('wrong_credentials');
  });

  test('waits for the change that is on its way', async () => {
    const email = 'past-waiting@example.org';
    const userId = await makeAccount(email, PASSWORD);
    const entrant = await signIn({ email, password: PASSWORD }, '192.0.2.43');
    const changing = new Client({ connectionString: app.environment().DATABASE_OWNER_URL });
    await changing.connect();
    await changing.query('begin');
    await changing.query(`update users set password_hash = 'another' where id = $1`, [userId]);
    const entering = codeOf(createSession(entrant, 'a phone'));
    // Long enough to get in, if it did not wait.
    await sleep(300);
    await changing.query('commit');
    await changing.end();
    expect(await entering).toBe('wrong_credentials');
  });
});

describe('what else could open an account ends with its password', () => {
  /** Somebody for whom a link, a reset and a change of address are open. */
  async function withOpenKeys(email: string) {
    const actor = await signedIn(await makeAccount(email));
    await requestByMail('sign_in', email, fromSomewhere());
    await requestByMail('reset_password', email, fromSomewhere());
    await requestEmailChange(
      actor,
      { email: `new-${email}`, current: 'quite long enough' },
      fromSomewhere().address,
    );
    return { actor, link: await keyFor(email, 'sign_in'), reset: await keyFor(email, 'reset_password') };
  }

  async function expectOver({ actor, link, reset }: Awaited<ReturnType<typeof withOpenKeys>>) {
    expect(await codeOf(redeemSignInLink(link))).toBe('link_used');
    expect(await codeOf(resetPassword({ key: reset, password: 'of somebody else' }))).toBe('link_used');
    expect(await myEmailChange(actor)).toBeNull();
  }

  test('when it is changed', async () => {
    const open = await withOpenKeys('over-by-change@example.org');
    const input = { current: 'quite long enough', password: 'some other words' };
    await changePassword(open.actor, input, fromSomewhere().address);
    await expectOver(open);
  });

  test('when it is reset', async () => {
    const email = 'over-by-reset@example.org';
    const open = await withOpenKeys(email);
    await requestByMail('reset_password', email, fromSomewhere());
    await resetPassword({ key: await keyFor(email, 'reset_password'), password: 'some other words' });
    await expectOver(open);
  });

  test('of two resets at once one is done, and the other is over', async () => {
    const email = 'over-at-once@example.org';
    await makeAccount(email);
    for (let round = 0; round < 4; round += 1) {
      await requestByMail('reset_password', email, fromSomewhere());
      const reset = await keyFor(email, 'reset_password');
      await requestByMail('reset_password', email, fromSomewhere());
      const keys = [reset, await keyFor(email, 'reset_password')];
      const came = await Promise.all(
        keys.map((key) => codeOf(resetPassword({ key, password: 'some other words' }))),
      );
      expect(new Set(came)).toEqual(new Set(['done', 'link_used']));
    }
  });
});
