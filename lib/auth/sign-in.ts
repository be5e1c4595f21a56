import { eq } from 'drizzle-orm';
import { users } from '#db/schema/index.ts';
import { database } from '../database.ts';
import { DomainError } from '../errors.ts';
import { isPassword } from './passwords.ts';
import { countFromElsewhere, countSignIn, forgiveSignIn, rememberSignIn } from './rate-limits.ts';
import type { Entrant } from './session-row.ts';
import type { SignInInput } from './sign-in.schema.ts';

/**
 * Checks an address and a password. Opens no session; that is `beginSession` or next-auth.
 *
 * @param address where the try comes from, see client-address.ts
 * @throws DomainError `too_many_tries`; `busy`; `wrong_credentials`, the same for a wrong password and an unknown
 * address; `account_suspended`, told only to whoever knows the password
 */
export async function signIn(input: SignInInput, address: string): Promise<Entrant> {
  await countSignIn(input.email, address);
  await countFromElsewhere(input.email, address);
  const [user] = await database()
    .select({ id: users.id, passwordHash: users.passwordHash, suspendedAt: users.suspendedAt })
    .from(users)
    .where(eq(users.email, input.email));
  const right = await isPassword(input.password, user?.passwordHash ?? null);
  if (!user || !right) throw new DomainError('wrong_credentials');
  await forgiveSignIn(input.email, address);
  await rememberSignIn(input.email, address);
  if (user.suspendedAt) throw new DomainError('account_suspended');
  return { userId: user.id, passwordHash: user.passwordHash };
}
