import { expect, test } from 'vitest';
import { policyTable } from './policy.ts';
import { roleSummaries } from './role-summary.ts';

const summaries = roleSummaries('owner');

/** A summary read as a person reads it: the role's own, and those of the role it names. */
function spelledOut(role: string): string[] {
  const summary = summaries.find((one) => one.role === role);
  if (!summary) return [];
  return [...summary.actions, ...(summary.includes ? spelledOut(summary.includes) : [])].toSorted();
}

test.each(['owner', 'manager', 'box_office', 'door'] as const)(
  '%s is told all that the table says',
  (role) => {
    const rows = policyTable().filter(({ who }) => who.includes(role));
    expect(rows.length).toBeGreaterThan(0);
    expect(spelledOut(role)).toEqual(rows.map(({ action }) => action).toSorted());
  },
);

test('whoever may more is told it as more', () => {
  expect(summaries.map(({ role, includes }) => [role, includes])).toEqual([
    ['owner', 'manager'],
    ['manager', 'box_office'],
    ['box_office', 'door'],
    ['door', null],
  ]);
});

test.each([
  ['owner', ['owner', 'manager', 'box_office', 'door']],
  ['admin', ['owner', 'manager', 'box_office', 'door']],
  ['manager', ['manager', 'box_office', 'door', 'owner']],
  ['box_office', ['box_office', 'door', 'manager', 'owner']],
  ['door', ['door', 'box_office', 'manager', 'owner']],
] as const)('%s reads of their own role first', (reader, order) => {
  expect(roleSummaries(reader).map(({ role }) => role)).toEqual(order);
});
