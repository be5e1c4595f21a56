import type { MemberRole } from './actor.ts';
import { type Action, type MemberAction, policyTable } from './policy.ts';

export type RoleSummary = {
  role: MemberRole;
  /** Another role all of whose actions this one has too; null when there is none. */
  includes: MemberRole | null;
  /** What it may do besides those. */
  actions: MemberAction[];
};

/** From the fewest to the most, so that a role can say "all that, and". */
const ROLES = ['door', 'box_office', 'manager', 'owner'] as const;

const isFor = (who: readonly string[], role: MemberRole) => who.includes(role);

const memberRows = policyTable().flatMap(({ action, who }) =>
  isMemberAction(action, who) ? [{ action, who }] : [],
);

function isMemberAction(_action: Action, who: readonly string[]): _action is MemberAction {
  return ROLES.some((role) => isFor(who, role));
}

/** All that a role may do, in the order of the table. */
export function actionsOf(role: MemberRole): MemberAction[] {
  return memberRows.filter(({ who }) => isFor(who, role)).map(({ action }) => action);
}

/**
 * What each role may do, read from the policy's table: the reader's own first, then those it includes, then those that
 * may more. To whoever has none of them the role with the most comes first.
 */
export function roleSummaries(reader: MemberRole | 'admin'): RoleSummary[] {
  const summaries = ROLES.map((role, index) => {
    const mine = memberRows.filter(({ who }) => isFor(who, role));
    const covers = (other: MemberRole) =>
      memberRows.every(({ who }) => !isFor(who, other) || isFor(who, role));
    const includes = ROLES.slice(0, index).findLast(covers) ?? null;
    return {
      role,
      includes,
      actions: mine
        .filter(({ who }) => includes === null || !isFor(who, includes))
        .map(({ action }) => action),
    };
  });
  const above = reader === 'admin' ? ROLES.length : ROLES.indexOf(reader) + 1;
  return [...summaries.slice(0, above).reverse(), ...summaries.slice(above)];
}
