import { eq, sql } from 'drizzle-orm';
import { consents, users } from '#db/schema/index.ts';
import { type Changes, recordAudit } from '../audit/record.ts';
import type { UserActor } from '../auth/actor.ts';
import { assertMay } from '../auth/policy.ts';
import { countRenaming } from '../auth/rate-limits.ts';
import { database } from '../database.ts';
import { DomainError, parseInput } from '../errors.ts';
import { legalVersions } from '../i18n/legal-versions.ts';
import { type EditProfileInput, editProfileSchema } from './edit-profile.schema.ts';

/** What somebody's own page shows of them. */
export type Profile = {
  name: string;
  email: string;
  locale: string;
  timezone: string | null;
  hasPassword: boolean;
  /** The last answer to whether Foyer may write, and when it was given. */
  marketing: { given: boolean; at: Date } | null;
};

/** @throws DomainError `not_found` */
export async function readProfile(actor: UserActor): Promise<Profile> {
  assertMay(actor, 'account.read', { userId: actor.userId });
  const { rows } = await database().execute<{
    name: string;
    email: string;
    locale: string;
    timezone: string | null;
    hasPassword: boolean;
    given: boolean | null;
    at: string | null;
  }>(sql`
    select u.name, u.email, u.locale, u.timezone, u.password_hash is not null as "hasPassword", c.given, c.created_at as at
    from users u left join lateral (
      select given, created_at from consents where user_id = u.id and kind = 'marketing'
      order by created_at desc, id desc limit 1) c on true
    where u.id = ${actor.userId}`);
  const [row] = rows;
  if (!row) throw new DomainError('not_found');
  const { given, at, ...profile } = row;
  return { ...profile, marketing: given === null || at === null ? null : { given, at: new Date(at) } };
}

/**
 * A flow: changes what somebody says of themselves. An answer about marketing is added to those given before, with the
 * version of its text, when it is another one.
 *
 * @returns whether anything is different now
 * @throws DomainError `too_many_tries` for the name of somebody who takes one after the other; `invalid_input`, `not_found`
 */
export async function editProfile(actor: UserActor, input: EditProfileInput): Promise<{ changed: boolean }> {
  assertMay(actor, 'account.edit', { userId: actor.userId });
  const { name, locale, timezone, marketingConsent } = parseInput(editProfileSchema, input);
  const wanted = { name, locale, timezone: timezone === '' ? null : timezone };
  const [known] = await database().select({ name: users.name }).from(users).where(eq(users.id, actor.userId));
  if (known && known.name !== name) await countRenaming(actor.userId);
  return database().transaction(async (tx) => {
    const [now] = await tx
      .select({ name: users.name, locale: users.locale, timezone: users.timezone })
      .from(users)
      .where(eq(users.id, actor.userId))
      .for('no key update');
    if (!now) throw new DomainError('not_found');
    const { rows } = await tx.execute<{ given: boolean }>(sql`
      select given from consents where user_id = ${actor.userId} and kind = 'marketing'
      order by created_at desc, id desc limit 1`);
    const consented = rows[0]?.given ?? false;
    const changes: Changes = {};
    if (now.locale !== wanted.locale) changes.locale = [now.locale, wanted.locale];
    if (now.timezone !== wanted.timezone) changes.timezone = [now.timezone, wanted.timezone];
    if (consented !== marketingConsent) changes.marketing = [consented, marketingConsent];
    const renamed = now.name !== wanted.name;
    if (!renamed && Object.keys(changes).length === 0) return { changed: false };
    await tx.update(users).set(wanted).where(eq(users.id, actor.userId));
    if (consented !== marketingConsent) {
      await tx.insert(consents).values({
        userId: actor.userId,
        kind: 'marketing',
        given: marketingConsent,
        textVersion: legalVersions.marketing,
      });
    }
    await recordAudit(tx, {
      actor,
      organizerId: null,
      action: 'user.edited',
      object: { type: 'user', id: actor.userId },
      changes,
      ...(renamed
        ? { personal: { personId: actor.userId, changes: { name: [now.name, wanted.name] } } }
        : {}),
    });
    return { changed: true };
  });
}
