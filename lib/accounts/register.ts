import { users } from '#db/schema/index.ts';
import { recordAudit } from '../audit/record.ts';
import { hashPassword } from '../auth/passwords.ts';
import { countSignUp } from '../auth/rate-limits.ts';
import { signIn } from '../auth/sign-in.ts';
import { database } from '../database.ts';
import { DomainError } from '../errors.ts';
import type { RegisterInput } from './register.schema.ts';

/** Where somebody registers from: a network address, and the language of the page. */
export type RegisterFrom = { address: string; locale: string };

/**
 * Makes an account. Whoever sends the form twice, or races themselves, gets the one account both times: the second
 * try is taken as signing in, under the limits of signing in. Opens no session.
 *
 * @throws DomainError `too_many_tries`; `busy`; `email_taken` when the address has an account with another password;
 * `account_suspended`
 */
export async function register(input: RegisterInput, from: RegisterFrom): Promise<{ userId: string }> {
  await countSignUp(from.address);
  // Hashed before anything is looked up, so that the time taken is the same for a known address.
  const passwordHash = await hashPassword(input.password);
  const created = await database().transaction(async (tx) => {
    const [row] = await tx
      .insert(users)
      .values({ name: input.name, email: input.email, passwordHash, locale: from.locale })
      .onConflictDoNothing({ target: users.email })
      .returning({ id: users.id });
    if (!row) return null;
    await recordAudit(tx, {
      actor: { kind: 'guest' },
      organizerId: null,
      action: 'user.registered',
      object: { type: 'user', id: row.id },
    });
    return row;
  });
  if (created) return { userId: created.id };
  try {
    return await signIn(input, from.address);
  } catch (error) {
    if (error instanceof DomainError && error.code === 'wrong_credentials')
      throw new DomainError('email_taken');
    throw error;
  }
}
