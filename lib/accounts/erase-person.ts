import { and, eq, isNull, sql } from 'drizzle-orm';
import { media, members, organizers, users } from '#db/schema/index.ts';
import { recordAudit } from '../audit/record.ts';
import type { UserActor } from '../auth/actor.ts';
import { isPassword } from '../auth/passwords.ts';
import { assertMay } from '../auth/policy.ts';
import { countSignIn, forgiveSignIn } from '../auth/rate-limits.ts';
import { adoptBookings } from '../booking/adopt-bookings.ts';
import { database, isTransient, type Transaction } from '../database.ts';
import { newErasedAddress } from '../erased-address.ts';
import { DomainError, parseInput } from '../errors.ts';
import { enqueueLetter } from '../notifications/enqueue-letter.ts';
import { endInvitationsBy } from '../organizers/end-invitations.ts';
import { type RequestFrom, requestByMail, spendRequest } from './account-request.ts';
import { endOpenBookings, stillMoves } from './end-open-bookings.ts';
import { type ErasedPerson, eraseFromBookings } from './erase-bookings.ts';
import { type ErasePersonInput, erasePersonSchema } from './erase-person.schema.ts';
import { eraseTraces } from './erase-traces.ts';
import { assertMayGo } from './erasure-obstacles.ts';

/** How often something may begin to move, or others be in the way, while this one is about to erase. */
const TRIES = 4;

type Person = { email: string; name: string; locale: string; passwordHash: string | null };

/**
 * A flow: erases somebody for good. What their account was made of is deleted; what the books need of bookings, payments
 * and refunds stays without name and address, with an address in place of theirs that leads to nobody. README.md lists
 * what stays. Whatever is held is given back first.
 *
 * @param address where the request comes from
 * @throws DomainError `confirmation_differs` when another address than the account's was typed; `wrong_credentials`,
 * `too_many_tries`, `busy`; `link_used` for a key that is used, too old or somebody else's; `owner_needed`, `last_admin`;
 * `payment_under_way`, `payment_unavailable`; `invalid_input`; `not_found` when it has happened already
 */
export async function erasePerson(actor: UserActor, input: ErasePersonInput, address: string): Promise<void> {
  assertMay(actor, 'account.erase', { userId: actor.userId });
  const { confirmation, current, key } = parseInput(erasePersonSchema, input);
  const person = await findPerson(actor.userId);
  if (confirmation.toLowerCase() !== person.email.toLowerCase())
    throw new DomainError('confirmation_differs');
  if (key === '') {
    await countSignIn(person.email, address);
    if (!(await isPassword(current, person.passwordHash))) throw new DomainError('wrong_credentials');
    await forgiveSignIn(person.email, address);
  }
  const db = database();
  // Whoever may not go keeps what they hold.
  await db.transaction((tx) => assertMayGo(tx, actor.userId));
  // What a stranger has begun to pay in their name is not theirs to wait for.
  await db.transaction((tx) => adoptBookings(tx, actor.userId, person.email));
  for (let tries = 1; ; tries += 1) {
    await endOpenBookings(actor);
    try {
      await db.transaction((tx) => erase(tx, actor, person, key));
      return;
    } catch (error) {
      if (tries === TRIES || !isWorthAnotherTry(error)) throw error;
    }
  }
}

/** Something of theirs has begun to move, and has to end before they can be erased; or others were in the way. */
const isWorthAnotherTry = (error: unknown): boolean =>
  isTransient(error) || (error instanceof DomainError && error.code === 'payment_under_way');

/**
 * A flow: has a letter sent whose key stands for the password, for whoever has none.
 *
 * @throws DomainError `too_many_tries`, `not_found`
 */
export async function requestErasure(actor: UserActor, from: RequestFrom): Promise<void> {
  assertMay(actor, 'account.erase', { userId: actor.userId });
  const { email } = await findPerson(actor.userId);
  await requestByMail('erase_account', email, from);
}

async function findPerson(userId: string): Promise<Person> {
  const [person] = await database()
    .select({ email: users.email, name: users.name, locale: users.locale, passwordHash: users.passwordHash })
    .from(users)
    .where(eq(users.id, userId));
  if (!person) throw new DomainError('not_found');
  return person;
}

/**
 * Locks organizers, bookings, tickets and the account, in the order in which buying and handing on take them. The account
 * comes last: from then on nothing of theirs can be added, and what was added meanwhile is erased as well.
 *
 * @throws DomainError `payment_under_way` when something of theirs has begun to move
 */
async function erase(
  tx: Transaction,
  actor: UserActor,
  { email, name, locale, passwordHash }: Person,
  key: string,
): Promise<void> {
  const { userId } = actor;
  if (key !== '') {
    const request = await spendRequest(tx, 'erase_account', key);
    if (request.userId !== userId) throw new DomainError('link_used');
  }
  const organizersOfTheirs = await assertMayGo(tx, userId);
  const known = await knownAs(tx, userId);
  const person: ErasedPerson = {
    userId,
    emails: [email, ...known.emails],
    names: [name, ...known.names],
    pseudonym: newErasedAddress(),
  };
  await assertNothingMoves(tx, userId);
  const theirs = await eraseFromBookings(tx, person);
  const same = passwordHash === null ? isNull(users.passwordHash) : eq(users.passwordHash, passwordHash);
  const [user] = await tx
    .select({ pictureId: users.pictureId })
    .from(users)
    .where(and(eq(users.id, userId), eq(users.email, email), same))
    .for('update');
  if (!user) throw new DomainError('not_found');
  await assertNothingMoves(tx, userId);
  if (await hasMore(tx, userId)) theirs.push(...(await eraseFromBookings(tx, person)));
  await eraseTraces(tx, person, theirs);
  for (const { id: organizerId } of organizersOfTheirs) await leave(tx, actor, organizerId, person);
  await tx.delete(users).where(eq(users.id, userId));
  if (user.pictureId) await tx.delete(media).where(eq(media.id, user.pictureId));
  await recordAudit(tx, {
    actor,
    organizerId: null,
    action: 'user.erased',
    object: { type: 'user', id: userId },
  });
  await tx.execute(sql`select erase_audit_details(${userId})`);
  await enqueueLetter(tx, {
    kind: 'account_erased',
    subjectId: crypto.randomUUID(),
    recipient: email,
    locale,
  });
}

/** What they were called and where they read their mail before, as the log remembers it. */
async function knownAs(tx: Transaction, userId: string): Promise<{ emails: string[]; names: string[] }> {
  const { rows } = await tx.execute<{ field: string; value: string }>(sql`
    select distinct field.key as field, said as value
    from audit_details d join audit_log l on l.id = d.audit_id,
      jsonb_each(d.changes) as field, jsonb_array_elements_text(field.value) as said
    where d.person_id = ${userId} and l.object_type = 'user' and l.object_id = ${userId}
      and l.action in ('user.registered', 'user.edited', 'user.email_changed')
      and field.key in ('name', 'email') and said is not null`);
  const valuesOf = (field: string) => rows.filter((row) => row.field === field).map(({ value }) => value);
  return { emails: valuesOf('email'), names: valuesOf('name') };
}

async function assertNothingMoves(tx: Transaction, userId: string): Promise<void> {
  const { rows } = await tx.execute(sql`
    select from bookings b where b.user_id = ${userId} and ${stillMoves} for update of b`);
  if (rows.length > 0) throw new DomainError('payment_under_way');
}

/** What came to them while their bookings were erased. */
async function hasMore(tx: Transaction, userId: string): Promise<boolean> {
  const { rows } = await tx.execute<{ more: boolean }>(sql`
    select exists (select from bookings where user_id = ${userId})
      or exists (select from tickets where holder_user_id = ${userId}) as more`);
  return rows[0]?.more === true;
}

/**
 * Ends a membership, with the invitations that came of it. Where buyers' answers went to this person, they go to whoever
 * has been an owner for longest from now on, or to nobody.
 */
async function leave(
  tx: Transaction,
  actor: UserActor,
  organizerId: string,
  { userId, emails, pseudonym }: ErasedPerson,
): Promise<void> {
  const [left] = await tx
    .delete(members)
    .where(and(eq(members.organizerId, organizerId), eq(members.userId, userId)))
    .returning({ role: members.role });
  if (!left) return;
  const by = { actor, organizerId, object: { type: 'user', id: userId } } as const;
  await recordAudit(tx, { ...by, action: 'member.left', changes: { role: [left.role, null] } });
  await endInvitationsBy(tx, actor, organizerId, { userId, role: null });
  const { rows } = await tx.execute<{ email: string }>(sql`
    select u.email from members m join users u on u.id = m.user_id
    where m.organizer_id = ${organizerId} and m.role = 'owner' and u.suspended_at is null
    order by m.created_at, u.id limit 1`);
  await tx
    .update(organizers)
    .set({ email: rows[0]?.email ?? pseudonym })
    .where(and(eq(organizers.id, organizerId), sql`email = any(${sql.param(emails)}::text[]::citext[])`));
}
