import { sql } from 'drizzle-orm';
import { consents, users } from '#db/schema/index.ts';
import { recordAudit } from '../audit/record.ts';
import type { Entrant } from '../auth/session-row.ts';
import { adoptBookings } from '../booking/adopt-bookings.ts';
import { database } from '../database.ts';
import { DomainError } from '../errors.ts';
import { legalVersions } from '../i18n/legal-versions.ts';
import { spendRequest } from './account-request.ts';

/**
 * A flow: makes the account that was asked for, now that its address is known to be its owner's. What was agreed to is
 * written down with the version of its text, and bookings made with that address as a guest are put into it.
 *
 * @throws DomainError `link_used`, also when the address has got an account meanwhile
 */
export async function confirmRegistration(key: string): Promise<Entrant & { nextPath: string | null }> {
  return database().transaction(async (tx) => {
    const request = await spendRequest(tx, 'register', key);
    if (request.name === null) throw new Error('a registration was stored without a name');
    const [user] = await tx
      .insert(users)
      .values({
        name: request.name,
        email: request.email,
        passwordHash: request.passwordHash,
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
        given: request.marketingConsent,
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
    return { userId: user.id, passwordHash: request.passwordHash, nextPath: request.nextPath };
  });
}
