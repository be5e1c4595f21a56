import type { World } from './world.ts';

export type TaskName = 'settle_debit' | 'fail_refund' | 'finish_refund' | 'create_dispute';

/** Plans something for later, in the transaction that causes it; `tasks.ts` does it. */
export function schedule(world: World, name: TaskName, target: string, afterSeconds: number): void {
  world.store.run(
    'INSERT INTO tasks (name, target, due_clock_ms) VALUES (?, ?, ?)',
    name,
    target,
    world.clock.nowMs() + afterSeconds * 1000,
  );
}
