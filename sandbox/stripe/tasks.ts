import { settleDebit } from './attempt-payment.ts';
import { createDispute } from './disputes.ts';
import { failRefund, finishRefund } from './refunds.ts';
import { numberOf, textOf } from './store.ts';
import type { World } from './world.ts';

/** What happens some time after an answer, by the sandbox's clock. */
const TASKS = {
  settle_debit: settleDebit,
  fail_refund: failRefund,
  finish_refund: finishRefund,
  create_dispute: createDispute,
} satisfies Record<string, (world: World, target: string) => void>;

/** Does everything that is due. @param all also what is not due yet */
export function runTasks(world: World, all = false): number {
  const until = all ? Number.MAX_SAFE_INTEGER : world.clock.nowMs();
  const rows = world.store.all(
    'SELECT * FROM tasks WHERE due_clock_ms <= ? ORDER BY due_clock_ms, id',
    until,
  );
  for (const row of rows) {
    world.store.transaction(() => {
      const task = Object.entries(TASKS).find(([name]) => name === textOf(row, 'name'));
      task?.[1](world, textOf(row, 'target'));
      world.store.run('DELETE FROM tasks WHERE id = ?', numberOf(row, 'id'));
    });
  }
  return rows.length;
}

/** Real milliseconds until something is due, or undefined when nothing is planned. */
export function nextTask(world: World): number | undefined {
  const row = world.store.one('SELECT min(due_clock_ms) AS due FROM tasks');
  return row && row.due !== null ? Math.max(0, numberOf(row, 'due') - world.clock.nowMs()) : undefined;
}
