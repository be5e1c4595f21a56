import { type SQL, sql } from 'drizzle-orm';

/** Whose data it is: their account, and the address by which others know them. */
export type Exported = { userId: string; email: string };

/** A section as it was read. */
export type ExportSection = { name: string; rows: ExportRow[] };

export type ExportRow = Record<string, unknown>;

/** Their bookings, also those that they made as a guest since they last signed in. */
const theirs = ({ userId, email }: Exported) =>
  sql`(b.user_id = ${userId} or (b.user_id is null and b.buyer_email = ${email}))`;

/**
 * What is told of somebody, by the name it has in the file: one query a section, each row one JSON object, whose fields
 * stay in the order of the query. What a version of the file holds is only added to; README.md says which table is in
 * which section, and a test holds it to that.
 */
export const exportSections: Record<string, (person: Exported) => SQL> = {
  profile: ({ userId }) => sql`
    select json_build_object('name', u.name, 'email', u.email, 'language', u.locale, 'timezone', u.timezone,
      'role', u.role, 'hasPassword', u.password_hash is not null, 'emailConfirmedAt', u.email_verified_at,
      'createdAt', u.created_at, 'suspendedAt', u.suspended_at, 'reason', u.suspended_reason,
      'picture', case when m.id is not null then
        'data:' || m.content_type || ';base64,' || replace(encode(m.bytes, 'base64'), E'\\n', '') end) as row
    from users u left join media m on m.id = u.picture_id where u.id = ${userId}`,
  consents: ({ userId }) => sql`
    select json_build_object('kind', kind, 'given', given, 'textVersion', text_version, 'createdAt', created_at) as row
    from consents where user_id = ${userId} order by created_at, id`,
  sessions: ({ userId }) => sql`
    select json_build_object('device', user_agent, 'createdAt', created_at, 'lastSeenAt', last_seen_at,
      'expiresAt', expires_at, 'endedAt', revoked_at) as row
    from sessions where user_id = ${userId} order by created_at, id`,
  emailChanges: ({ userId }) => sql`
    select json_build_object('from', old_email, 'to', new_email, 'createdAt', created_at,
      'expiresAt', expires_at, 'endedAt', ended_at) as row
    from email_changes where user_id = ${userId} order by created_at, id`,
  requests: ({ userId, email }) => sql`
    select json_build_object('kind', kind, 'name', name, 'email', email, 'createdAt', created_at,
      'expiresAt', expires_at, 'usedAt', used_at) as row
    from account_requests where user_id = ${userId} or email = ${email} order by created_at, id`,
  bookings: (person) => sql`
    select json_build_object('reference', b.reference, 'event', e.title, 'startsAt', e.starts_at,
      'organizer', o.name, 'status', b.status, 'paymentsMode', b.payments_mode, 'currency', b.currency,
      'subtotal', b.subtotal, 'discount', b.discount, 'fee', b.fee, 'tax', b.tax, 'total', b.total,
      'promoCode', (select code from promo_codes p where p.id = b.promo_code_id),
      'name', b.buyer_name, 'email', b.buyer_email, 'language', b.locale, 'createdAt', b.created_at,
      'confirmedAt', b.confirmed_at, 'endedAt', b.ended_at, 'termsAcceptedAt', b.terms_accepted_at,
      'termsVersion', b.terms_version, 'marketingConsentAt', b.marketing_consent_at,
      'items', (
        select json_agg(json_build_object('ticketType', k.name, 'quantity', i.quantity, 'price', i.unit_price,
          'fee', i.unit_fee, 'currency', b.currency, 'attendees', i.attendees) order by i.id)
        from booking_items i join ticket_types k on k.id = i.ticket_type_id where i.booking_id = b.id),
      'tickets', (
        -- One that was handed on is somebody else's: neither its code nor their name is told.
        select json_agg(json_build_object('ticketType', k.name, 'status', t.status, 'price', t.price,
          'currency', b.currency, 'handedOnAt', t.transferred_at,
          'code', case when t.transferred_at is null then t.code end,
          'name', case when t.transferred_at is null then t.attendee_name end,
          'email', case when t.transferred_at is null then t.attendee_email end) order by t.item_id, t.position)
        from tickets t join ticket_types k on k.id = t.ticket_type_id where t.booking_id = b.id),
      'payments', (
        select json_agg(json_build_object('status', p.status, 'amount', p.amount, 'captured', p.captured,
          'refunded', p.refunded, 'currency', p.currency, 'createdAt', p.created_at, 'succeededAt', p.succeeded_at,
          'error', p.last_error_message, 'stripeId', p.stripe_payment_intent_id,
          'refunds', (
            select json_agg(json_build_object('status', r.status, 'reason', r.reason, 'amount', r.amount,
              'currency', r.currency, 'createdAt', r.created_at, 'stripeId', r.stripe_refund_id) order by r.created_at)
            from refunds r where r.payment_id = p.id)) order by p.attempt)
        from payments p where p.booking_id = b.id)) as row
    from bookings b join events e on e.id = b.event_id join organizers o on o.id = b.organizer_id
    where ${theirs(person)} order by b.created_at, b.id`,
  tickets: ({ userId, email }) => sql`
    select json_build_object('event', e.title, 'startsAt', e.starts_at, 'ticketType', k.name, 'code', t.code,
      'status', t.status, 'name', t.attendee_name, 'email', t.attendee_email, 'handedOnAt', t.transferred_at) as row
    from tickets t join bookings b on b.id = t.booking_id join events e on e.id = t.event_id
      join ticket_types k on k.id = t.ticket_type_id
    where t.holder_user_id = ${userId} or (t.attendee_email = ${email} and not ${theirs({ userId, email })})
    order by e.starts_at, t.id`,
  transfersGiven: ({ userId, email }) => sql`
    select json_build_object('event', e.title, 'toName', f.to_name, 'toEmail', f.to_email, 'status', f.status,
      'createdAt', f.created_at, 'expiresAt', f.expires_at, 'endedAt', f.ended_at) as row
    from ticket_transfers f join tickets t on t.id = f.ticket_id join bookings b on b.id = t.booking_id
      join events e on e.id = t.event_id
    where f.from_email = ${email} or (${theirs({ userId, email })} and f.from_email = b.buyer_email)
    order by f.created_at, f.id`,
  transfersReceived: ({ userId, email }) => sql`
    select json_build_object('event', e.title, 'fromName', f.from_name, 'fromEmail', f.from_email,
      'status', f.status, 'createdAt', f.created_at, 'expiresAt', f.expires_at, 'endedAt', f.ended_at) as row
    from ticket_transfers f join tickets t on t.id = f.ticket_id join events e on e.id = t.event_id
    where f.to_email = ${email} or f.claimed_by = ${userId} order by f.created_at, f.id`,
  admissions: ({ userId, email }) => sql`
    select json_build_object('event', e.title, 'at', c.admitted_at, 'door', c.door, 'undoneAt', c.undone_at,
      'who', case when c.admitted_by = ${userId} or c.undone_by = ${userId} then 'staff' else 'guest' end) as row
    from check_ins c join tickets t on t.id = c.ticket_id join bookings b on b.id = t.booking_id
      join events e on e.id = c.event_id
    where t.holder_user_id = ${userId} or (${theirs({ userId, email })} and t.transferred_at is null)
      or c.admitted_by = ${userId} or c.undone_by = ${userId}
    order by c.admitted_at, c.id`,
  memberships: ({ userId }) => sql`
    select json_build_object('organizer', o.name, 'role', m.role, 'createdAt', m.created_at) as row
    from members m join organizers o on o.id = m.organizer_id where m.user_id = ${userId} order by m.created_at`,
  invitations: ({ userId, email }) => sql`
    select json_build_object('organizer', o.name, 'role', i.role, 'createdAt', i.created_at,
      'expiresAt', i.expires_at, 'acceptedAt', i.accepted_at, 'endedAt', i.ended_at,
      'toEmail', i.email) as row
    from member_invitations i join organizers o on o.id = i.organizer_id
    where i.email = ${email} or i.accepted_by = ${userId} or i.invited_by = ${userId} order by i.created_at, i.id`,
  mails: ({ userId, email }) => sql`
    select json_build_object('kind', d.kind, 'email', d.recipient, 'status', d.status, 'subject', d.subject,
      'text', d.text, 'createdAt', d.created_at, 'sentAt', d.sent_at) as row
    from deliveries d left join bookings b on b.id = d.booking_id
    where d.recipient = ${email} or (${theirs({ userId, email })} and d.recipient = b.buyer_email)
    order by d.created_at, d.id`,
  stripe: (person) => sql`
    select json_build_object('kind', s.type, 'createdAt', s.received_at, 'content', s.payload) as row
    from stripe_events s join payments p on p.stripe_payment_intent_id = s.object_id
      join bookings b on b.id = p.booking_id
    where ${theirs(person)} order by s.received_at, s.id`,
  log: ({ userId }) => sql`
    select json_build_object('at', l.at, 'action', l.action, 'by', case when l.actor_user_id = ${userId} then 'self'
      else l.actor::text end, 'object', l.object_type, 'objectId', l.object_id, 'changes', l.changes,
      'address', (select address from audit_details d where d.audit_id = l.id and d.person_id = ${userId}
                  and address is not null limit 1),
      'personal', (select d.changes from audit_details d where d.audit_id = l.id and d.person_id = ${userId}
                   and d.changes is not null limit 1)) as row
    from audit_log l
    where l.actor_user_id = ${userId} or (l.object_type = 'user' and l.object_id = ${userId})
      or l.id in (select audit_id from audit_details where person_id = ${userId})
    order by l.id`,
};
