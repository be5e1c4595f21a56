import { and, desc, eq, inArray, lt, or, type SQL, sql } from 'drizzle-orm';
import { auditDetails, auditLog, organizers, users } from '#db/schema/index.ts';
import type { Actor } from '../auth/actor.ts';
import { assertMay, may } from '../auth/policy.ts';
import type { Queryable } from '../database.ts';
import { findSubjects, type Subject, subjectNamed, withItsParts } from './find-subjects.ts';
import { isUuid, objectNames } from './object-names.ts';
import type { AuditFilters, PlatformAuditFilters } from './read-audit.schema.ts';

/** One organizer's log, or that of everything. */
export type AuditScope = { organizerId: string } | 'platform';

/** A value as the log shows it. `person` is who an id stands for: null when they are gone. */
export type AuditValue = string | number | boolean | null | { person: string | null };

export type AuditRow = {
  id: number;
  at: Date;
  who: { kind: 'user' | 'guest' | 'system' | 'stripe'; id: string | null; name: string | null };
  /** Whose business it was; null for the platform's. */
  organizer: { slug: string; name: string } | null;
  /** An action of `audit.json`, or one that an older version wrote. */
  action: string;
  /** What it was done to, and what that is called today: null when it is gone. */
  object: { type: string; id: string; name: string | null; slug: string | null };
  changes: { field: string; before: AuditValue; after: AuditValue; currency: string | null }[];
  /** The network address it came from, as long as that is kept and for whom it is meant. */
  address: string | null;
};

/** What the log of everything is narrowed to, as it is called today: null when it is gone, or not narrowed so. */
export type AuditNarrowing = { on: string | null; who: string | null };

/** How a reader sees days and names. */
export type AuditReader = { timezone: string; locale: string };

function whoCondition(who: AuditFilters['who'], scope: AuditScope): SQL | undefined {
  if (who === undefined) return undefined;
  if (who === 'team') {
    if (scope === 'platform') return undefined;
    return sql`${auditLog.actorUserId} in (select user_id from members where organizer_id = ${scope.organizerId})`;
  }
  if (who === 'guest' || who === 'system' || who === 'stripe') return eq(auditLog.actor, who);
  return eq(auditLog.actorUserId, who);
}

/**
 * What was done to some things, or by them: by the people and for the organizers among them. Only the log of everything
 * is narrowed so: what words find elsewhere would tell an organizer who its buyers are.
 */
async function aboutConditions(
  db: Queryable,
  scope: AuditScope,
  { on, q }: PlatformAuditFilters,
): Promise<SQL[]> {
  if (scope !== 'platform') return [];
  const wanted: Subject[][] = [
    ...(on ? [await withItsParts(db, subjectNamed(on))] : []),
    ...(q ? [await findSubjects(db, q)] : []),
  ];
  return wanted.map((subjects) => {
    const idsOf = (type: string) => subjects.filter((one) => one.type === type).map(({ id }) => id);
    const types = [...new Set(subjects.map(({ type }) => type))];
    const ids = subjects.map(({ id }) => id);
    return (
      or(
        inArray(auditLog.actorUserId, idsOf('user')),
        inArray(auditLog.organizerId, idsOf('organizer')),
        and(inArray(auditLog.objectType, types), inArray(auditLog.objectId, ids)),
      ) ?? sql`false`
    );
  });
}

/** Whom and what the log of everything is narrowed to. */
function narrowedTo(scope: AuditScope, { who, on }: PlatformAuditFilters) {
  if (scope !== 'platform') return { on: null, who: null };
  return { on: on ? subjectNamed(on) : null, who: isUuid(who) ? { type: 'user', id: who } : null };
}

/** The instant at which a day begins in a zone, so many days later. */
const startOf = (day: string, plus: number, { timezone }: AuditReader) =>
  sql`((${day}::date + ${plus}::int)::timestamp at time zone ${timezone})`;

/**
 * What was done, by whom, what it was before, and when: the newest first. Personal values are there until the person
 * is erased. Network addresses are shown of the organizer's own members alone; those of its buyers are none of its
 * business. Admins see all.
 *
 * @param size most entries on a page
 * @throws what `assertMay` throws.
 */
export async function readAudit(
  db: Queryable,
  actor: Actor,
  scope: AuditScope,
  filters: AuditFilters | PlatformAuditFilters,
  reader: AuditReader,
  size = 50,
): Promise<{ entries: AuditRow[]; next: number | null; narrowing: AuditNarrowing }> {
  if (scope === 'platform') assertMay(actor, 'audit.read');
  else assertMay(actor, 'log.read', scope);
  const everyAddress = may(actor, 'audit.read');
  const about = await aboutConditions(db, scope, filters);
  const rows = await db
    .select({
      id: auditLog.id,
      at: auditLog.at,
      kind: auditLog.actor,
      actorId: auditLog.actorUserId,
      actorName: users.name,
      organizer: { slug: organizers.slug, name: organizers.name },
      action: auditLog.action,
      type: auditLog.objectType,
      objectId: auditLog.objectId,
      changes: auditLog.changes,
      isMember: sql<boolean>`exists (
        select from members m where m.organizer_id = ${auditLog.organizerId} and m.user_id = ${auditLog.actorUserId})`,
    })
    .from(auditLog)
    .leftJoin(users, eq(users.id, auditLog.actorUserId))
    .leftJoin(organizers, eq(organizers.id, auditLog.organizerId))
    .where(
      and(
        scope === 'platform' ? undefined : eq(auditLog.organizerId, scope.organizerId),
        whoCondition(filters.who, scope),
        filters.action ? eq(auditLog.action, filters.action) : undefined,
        filters.from ? sql`${auditLog.at} >= ${startOf(filters.from, 0, reader)}` : undefined,
        filters.until ? sql`${auditLog.at} < ${startOf(filters.until, 1, reader)}` : undefined,
        ...about,
        filters.after ? lt(auditLog.id, filters.after) : undefined,
      ),
    )
    .orderBy(desc(auditLog.id))
    .limit(size + 1);
  const page = rows.slice(0, size);
  const details = await detailsOf(
    db,
    page.map(({ id }) => id),
  );
  const allChanges = page.map(({ id, changes }) => ({ ...changes, ...details.get(id)?.changes }));
  const people = allChanges.flatMap((changes) => Object.values(changes).flat().filter(isUuid));
  const narrowed = narrowedTo(scope, filters);
  const names = await objectNames(
    db,
    [
      ...page.map(({ type, objectId }) => ({ type, id: objectId })),
      ...people.map((id) => ({ type: 'user', id })),
      ...Object.values(narrowed).filter((one) => one !== null),
    ],
    reader.locale,
  );
  const shown = (value: unknown): AuditValue => {
    if (isUuid(value)) return { person: names.get(`user ${value}`)?.name ?? null };
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
    return value === null || value === undefined ? null : JSON.stringify(value);
  };
  const nameOf = (one: Subject | null) => (one ? (names.get(`${one.type} ${one.id}`)?.name ?? null) : null);
  return {
    narrowing: { on: nameOf(narrowed.on), who: nameOf(narrowed.who) },
    entries: page.map((row, index) => {
      const object = names.get(`${row.type} ${row.objectId}`);
      return {
        id: row.id,
        at: row.at,
        who: { kind: row.kind, id: row.actorId, name: row.actorName },
        organizer: row.organizer,
        action: row.action,
        object: {
          type: row.type,
          id: row.objectId,
          name: object?.name ?? null,
          slug: object?.slug ?? null,
        },
        changes: Object.entries(allChanges[index] ?? {}).map(([field, [before, after]]) => ({
          field,
          before: shown(before),
          after: shown(after),
          currency: object?.currency ?? null,
        })),
        address: everyAddress || row.isMember ? (details.get(row.id)?.address ?? null) : null,
      };
    }),
    next: rows.length > size ? (page.at(-1)?.id ?? null) : null,
  };
}

type Details = { address: string | null; changes: Record<string, [unknown, unknown]> };

/** What is kept apart about some entries, and still there. */
async function detailsOf(db: Queryable, ids: readonly number[]): Promise<Map<number, Details>> {
  const found = new Map<number, Details>();
  if (ids.length === 0) return found;
  const rows = await db
    .select()
    .from(auditDetails)
    .where(inArray(auditDetails.auditId, [...ids]));
  for (const { auditId, address, changes } of rows) {
    const known = found.get(auditId);
    found.set(auditId, {
      address: address ?? known?.address ?? null,
      changes: { ...known?.changes, ...changes },
    });
  }
  return found;
}
