import { type SQL, sql } from 'drizzle-orm';
import type { Transaction } from '../database.ts';
import { enqueueLetter } from '../notifications/enqueue-letter.ts';
import { erasedName } from './erased-name.ts';

/** Somebody who is being erased. */
export type ErasedPerson = {
  userId: string;
  /** The addresses that they have shown to be theirs. */
  emails: string[];
  /** What they have called themselves. */
  names: string[];
  /** What stands in place of an address from now on. */
  pseudonym: string;
};

const list = (values: readonly string[], type: 'uuid' | 'citext' | 'text') =>
  sql`${sql.param([...values])}::text[]::${sql.raw(type)}[]`;

/**
 * A step: takes a person out of everything that was booked: by them, or for them in somebody else's booking. What the
 * books need stays, without a name. Tickets stay valid for whoever has them.
 *
 * Everything is found before anything is changed, because what changes is what it is found by.
 *
 * @returns the ids of the bookings and tickets that were theirs
 */
export async function eraseFromBookings(tx: Transaction, person: ErasedPerson): Promise<string[]> {
  const { userId, emails, pseudonym } = person;
  const mine = list(emails, 'citext');
  const { rows: own } = await tx.execute<{ id: string; name: string | null; email: string | null }>(sql`
    select id, buyer_name as name, buyer_email::text as email from bookings
    where user_id = ${userId} or (user_id is null and buyer_email = any(${mine})) order by id for update`);
  const ownIds = list(
    own.map(({ id }) => id),
    'uuid',
  );
  // In their own bookings they may have given another name and address than the account's.
  const names = list(
    [...person.names, ...own.flatMap(({ name }) => name ?? [])].map((name) => name.toLowerCase()),
    'text',
  );
  const given = list([...emails, ...own.flatMap(({ email }) => email ?? [])], 'citext');
  const { rows: touched } = await tx.execute<{ id: string }>(sql`
    select unnest(${ownIds}) as id
    union select id from bookings where buyer_email = any(${mine})
    union select booking_id from tickets where attendee_email = any(${mine}) or holder_user_id = ${userId}
    union select booking_id from deliveries where booking_id is not null and recipient = any(${mine})
    union select t.booking_id from ticket_transfers f join tickets t on t.id = f.ticket_id
      where f.from_email = any(${mine}) or f.to_email = any(${mine}) or f.claimed_by = ${userId}
    union select i.booking_id from booking_items i, jsonb_array_elements(i.attendees) one
      where (one ->> 'email')::citext = any(${mine})`);
  const all = list(
    touched.map(({ id }) => id),
    'uuid',
  );
  // Before the offers, as whoever takes one does.
  const { rows: tickets } = await tx.execute<{ id: string; theirs: boolean | null }>(sql`
    select id, booking_id = any(${ownIds}) or holder_user_id = ${userId} or attendee_email = any(${mine})
      or exists (select from ticket_transfers f where f.ticket_id = t.id and (f.from_email = any(${mine})
        or f.claimed_by = ${userId}
        or (f.status = 'claimed' and f.claimed_by is null and f.to_email = any(${mine})))) as theirs
    from tickets t where booking_id = any(${all}) order by id for no key update of t`);
  await eraseTransfers(tx, person, { all, ownIds, given });
  /** Whether an attendee is this person, or somebody whose name only they have given. */
  const isTheirs = (name: SQL, email: SQL, booking: SQL) => sql`(
    ${email}::citext = any(${mine})
    or (${booking} = any(${ownIds})
      and (${email} is null or ${email}::citext = any(${given}) or lower(${name}) = any(${names}))))`;
  // One that was mailed to them, and that somebody else has taken into an account, is that account's.
  await tx.execute(sql`
    update tickets t set attendee_email = u.email from users u
    where u.id = t.holder_user_id and u.id <> ${userId} and t.booking_id = any(${all})
      and t.transferred_at is not null and t.attendee_email = any(${mine})`);
  await tx.execute(sql`
    update tickets t set attendee_name = ${erasedName(sql`b.locale`)}, holder_user_id = null,
      attendee_email = case when t.transferred_at is null then null else ${pseudonym}::citext end
    from bookings b
    where b.id = t.booking_id and t.booking_id = any(${all})
      and (t.holder_user_id = ${userId} or (t.transferred_at is not null and t.attendee_email = any(${mine}))
        or (t.transferred_at is null
          and ${isTheirs(sql`t.attendee_name`, sql`t.attendee_email`, sql`t.booking_id`)}))`);
  await tx.execute(sql`
    update booking_items i set attendees = (
      select coalesce(jsonb_agg(case
        when ${isTheirs(sql`one ->> 'name'`, sql`(one ->> 'email')`, sql`i.booking_id`)}
        then jsonb_build_object('name', ${erasedName(sql`b.locale`)}, 'email', null) else one end order by place), '[]')
      from jsonb_array_elements(i.attendees) with ordinality as attendee(one, place))
    from bookings b
    where b.id = i.booking_id and i.booking_id = any(${all}) and i.attendees <> '[]'`);
  await eraseMails(tx, { all, ownIds, mine, given, pseudonym });
  await eraseStripeEvents(tx, ownIds, emails);
  await tx.execute(sql`
    update bookings set user_id = case when id = any(${ownIds}) then null else user_id end,
      buyer_name = case when buyer_name is not null then ${erasedName(sql`locale`)} end,
      buyer_email = case when buyer_email is not null then ${pseudonym}::citext end,
      buyer_email_normalised = case when buyer_email_normalised is not null then ${pseudonym} end,
      marketing_consent_at = null, marketing_version = null
    where id = any(${ownIds}) or (id = any(${all}) and buyer_email = any(${mine}))`);
  return [...own, ...tickets.filter(({ theirs }) => theirs)].map(({ id }) => id);
}

/** Offers to them are answered with no. Theirs to others stand: whoever was offered a ticket can still take it. */
async function eraseTransfers(
  tx: Transaction,
  { userId, emails, pseudonym }: ErasedPerson,
  { all, ownIds, given }: Record<'all' | 'ownIds' | 'given', SQL>,
): Promise<void> {
  const mine = list(emails, 'citext');
  const { rows: declined } = await tx.execute<{ id: string; from: string; locale: string }>(sql`
    update ticket_transfers f set status = 'declined', ended_at = app_now()
    from tickets t where t.id = f.ticket_id and t.booking_id = any(${all})
      and f.status = 'offered' and f.to_email = any(${mine})
    returning f.id, f.from_email as "from", f.locale`);
  for (const { id, from, locale } of declined) {
    if (emails.some((email) => email.toLowerCase() === from.toLowerCase())) continue;
    await enqueueLetter(tx, { kind: 'transfer_ended', subjectId: id, recipient: from, locale });
  }
  // What was mailed to them and somebody else took, or the other way round, is the history of both.
  await tx.execute(sql`
    update ticket_transfers f set
      to_email = case when f.to_email = any(${mine}) then ${pseudonym}::citext else f.to_email end,
      to_name = case when f.claimed_by <> ${userId} then f.to_name else ${erasedName(sql`f.locale`)} end,
      claimed_by = nullif(f.claimed_by, ${userId})
    from tickets t where t.id = f.ticket_id and t.booking_id = any(${all})
      and (f.to_email = any(${mine}) or f.claimed_by = ${userId})`);
  await tx.execute(sql`
    update ticket_transfers f set from_name = ${erasedName(sql`f.locale`)}, from_email = ${pseudonym}
    from tickets t where t.id = f.ticket_id and t.booking_id = any(${all})
      and (f.from_email = any(${mine}) or (t.booking_id = any(${ownIds}) and f.from_email = any(${given})))`);
}

/**
 * What was written about these bookings names them, whoever it went to. One to somebody else that waits is written anew;
 * one to them will never be sent.
 */
async function eraseMails(
  tx: Transaction,
  {
    all,
    ownIds,
    mine,
    given,
    pseudonym,
  }: Record<'all' | 'ownIds' | 'mine' | 'given', SQL> & { pseudonym: string },
): Promise<void> {
  await tx.execute(sql`
    update deliveries set subject = null, html = null, text = null, last_error = null, batch_id = null,
      with_attachments = null
    where booking_id = any(${all})`);
  await tx.execute(sql`
    update deliveries set recipient = ${pseudonym}, provider_id = null,
      last_error = case when status = 'sent' then null else 'erased' end,
      status = case when status = 'pending' then 'failed' else status end
    where booking_id = any(${all})
      and (recipient = any(${mine}) or (booking_id = any(${ownIds}) and recipient = any(${given})))`);
}

/** Stripe's words hold names, addresses and cards. That an event came, and about which payment, stays. */
async function eraseStripeEvents(tx: Transaction, ownIds: SQL, emails: readonly string[]): Promise<void> {
  await tx.execute(sql`
    with intents as (select stripe_payment_intent_id as id from payments
      where booking_id = any(${ownIds}) and stripe_payment_intent_id is not null)
    update stripe_events s set payload = '{}'
    where s.object_id in (select id from intents)
      or s.payload #>> '{data,object,payment_intent}' in (select id from intents)
      or exists (select from unnest(${list(emails, 'text')}) as mail
                 where position('"' || lower(mail) || '"' in lower(s.payload::text)) > 0)`);
  await tx.execute(sql`update payments set last_error_message = null where booking_id = any(${ownIds})`);
}
