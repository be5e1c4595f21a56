import { parseClockChange, readClockOffset, setClockOffset } from '#sandbox/move-clock.ts';
import { house, setting } from './house.ts';

/**
 * Moves the clock of the house ahead, as `npm run clock` does: `+16m`. It is never moved back, because what was
 * written down meanwhile would then lie in the future.
 */
export async function moveClock(change: `+${string}`): Promise<void> {
  const ownerUrl = setting('DATABASE_OWNER_URL');
  const current = await readClockOffset(ownerUrl);
  await setClockOffset(ownerUrl, house().controls, parseClockChange(change, current, Date.now()));
}
