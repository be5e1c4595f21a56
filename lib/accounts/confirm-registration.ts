import { sql } from 'drizzle-orm';
import { consents, users } from '#db/schema/index.ts';
import { recordAudit } from '../audit/record.ts';
import { openMailKey } from '../auth/mail-keys.ts';
import { hashPassword } from '../auth/passwords.ts';
import { isRegistrationMark } from '../auth/registration-cookie.ts';
import type { Entrant } from '../auth/session-row.ts';
import { adoptBookings } from '../booking/adopt-bookings.ts';
import { database } from '../database.ts';
import { DomainError, parseInput } from '../errors.ts';
import { legalVersions } from '../i18n/legal-versions.ts';
import { findRequest, spendRequest } from './account-request.ts';
import { newPassword } from './register.schema.ts';

/**
 * A flow: makes the account that was asked for, now that its address is known to be its owner's. What was agreed to is
 * written down with the version of its text, and bookings made with that address as a guest are put into it.
 *
 * The password that was typed when it was asked for counts in that browser alone: anybody can ask for anybody's address,
 * and would else know the password of an account that its owner confirms. Elsewhere the owner chooses one.
 *
 * @param mark what this browser got when it asked, if it did
 * @throws DomainError `link_used`, also when the address has got an account meanwhile; `invalid_input` without a password
 * where one has to be chosen; `busy`
 */
export async function confirmRegistration(
  { key, password }: { key: string; password: string | null },
  mark: string | null,
): Promise<Entrant & { nextPath: string | null }> {
  // A key that leads nowhere is not worth a computation.
  if (!(await findRequest('register', key))?.usable) throw new DomainError('link_used');
  const chosen = await choosesPassword(key, mark);
  const chosenHash = chosen ? await hashPassword(parseInput(newPassword, password ?? '')) : null;
  return database().transaction(async (tx) => {
    const request = await spendRequest(tx, 'register', key);
    const passwordHash = chosenHash ?? request.passwordHash;
    if (request.name === null) throw new Error('a registration was stored without a name');
    const [user] = await tx
      .insert(users)
      .values({
        name: request.name,
        email: request.email,
        passwordHash,
        locale: request.locale,
        emailVerifiedAt: sql`app_now()`,
      })
      .onConflictDoNothing({ target: users.email })
      .returning({ id: users.id });
    if (!user) throw new DomainError('link_used');
    await tx.insert(consents).values([
      { userId: user.id, kind: 'terms', given: true, textVersion: legalVersions.terms },
      {
        userId: user.id,
        kind: 'marketing',
        // Somebody else may have said yes to it.
        given: request.marketingConsent && !chosen,
        textVersion: legalVersions.marketing,
      },
    ]);
    await recordAudit(tx, {
      actor: { kind: 'guest' },
      organizerId: null,
      action: 'user.registered',
      object: { type: 'user', id: user.id },
      personal: { personId: user.id, changes: { name: [null, request.name], email: [null, request.email] } },
    });
    await adoptBookings(tx, user.id, request.email);
    return { userId: user.id, passwordHash, nextPath: request.nextPath };
  });
}

/** Whether the owner of the address has to choose a password, because another browser asked for the account. */
export async function choosesPassword(key: string, mark: string | null): Promise<boolean> {
  const id = await openMailKey(database(), 'account_request', key);
  return id === null || !isRegistrationMark(mark, id);
}
