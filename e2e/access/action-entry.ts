import type { Call } from './call-action.ts';
import type { Reader } from './readers.ts';
import type { World } from './world.ts';

/** How one server action is called by somebody who has kept its page open, and who gets through. */
export type ActionEntry = {
  /** For whom it changes rows. For nobody else may it change any. */
  changes: readonly Reader[];
  /**
   * Makes what the call is about anew for each call, so that one that went through spoils no other. `key` is the cookie
   * of whoever it belongs to: with it a guest gets through too.
   */
  prepare: (world: World, reader: Reader) => Promise<Call & { key?: string }>;
};

export function form(fields: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  return data;
}
