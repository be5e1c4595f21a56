import { auditDetails, auditLog } from '#db/schema/index.ts';
import type { Actor } from '../auth/actor.ts';
import type { Queryable } from '../database.ts';
import { requestAddress, requestId } from '../log.ts';
import type { AuditAction, AuditObject } from './actions.ts';

/** What a field was and what it is now. */
export type Changes = Record<string, [before: unknown, after: unknown]>;

export type AuditEntry = {
  actor: Actor | { kind: 'stripe' };
  /** Whose business it is; null for what belongs to the platform. */
  organizerId: string | null;
  /** Object and past tense, such as `event.published`. A new one begins with its words in `audit.json`. */
  action: AuditAction;
  object: { type: AuditObject; id: string };
  changes?: Changes;
  /** What changed of what tells who a person is, such as their name. Kept apart, and emptied when they are erased. */
  personal?: { personId: string; changes: Changes };
  /**
   * Why, in the words of whoever did it. Words can name somebody, so they are kept with `personal`; without it, they are
   * their author's.
   */
  because?: string;
};

/**
 * Step. Writes down who did what, in the transaction that does it. The row can never be changed or removed, so it
 * holds ids, statuses and amounts, and never a name, an address or anything else that tells who a person is: that goes
 * into `personal`. Where a signed-in person's request came from is added by itself.
 */
export async function recordAudit(tx: Queryable, entry: AuditEntry): Promise<void> {
  const actorUserId = entry.actor.kind === 'user' ? entry.actor.userId : null;
  const [row] = await tx
    .insert(auditLog)
    .values({
      actor: entry.actor.kind,
      actorUserId,
      organizerId: entry.organizerId,
      action: entry.action,
      objectType: entry.object.type,
      objectId: entry.object.id,
      changes: entry.changes ?? {},
      requestId: requestId(),
    })
    .returning({ id: auditLog.id });
  if (!row) throw new Error('no audit row was stored');
  const address = requestAddress();
  const personId = entry.personal?.personId ?? actorUserId;
  const kept: Changes = {
    ...entry.personal?.changes,
    ...(entry.because === undefined ? {} : { reason: [null, entry.because] }),
  };
  const details = [
    ...(actorUserId && address ? [{ auditId: row.id, personId: actorUserId, address }] : []),
    ...(personId && Object.keys(kept).length > 0 ? [{ auditId: row.id, personId, changes: kept }] : []),
  ];
  if (details.length > 0) await tx.insert(auditDetails).values(details);
}
