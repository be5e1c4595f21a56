import { parseClockChange, readClockOffset, setClockOffset } from './move-clock.ts';
import { openSandbox } from './process/open-sandbox.ts';

// npm run clock -- +15m: moves the time of the sandbox that runs from this folder. Without an argument it says it.

try {
  const { environment, controls } = openSandbox();
  const ownerUrl = environment.DATABASE_OWNER_URL;
  if (ownerUrl === undefined)
    throw new Error('DATABASE_OWNER_URL is not set: only the owner may move the clock.');
  const before = await readClockOffset(ownerUrl);
  const asked = process.argv[2];
  const after = asked === undefined ? before : parseClockChange(asked, before, Date.now());
  if (asked !== undefined) await setClockOffset(ownerUrl, controls, after);
  console.log(`The sandbox's time is ${new Date(Date.now() + after).toISOString()}${describe(after)}.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

function describe(offsetMs: number): string {
  if (offsetMs === 0) return ', as is the machine’s';
  const minutes = Math.round(Math.abs(offsetMs) / 60_000);
  const parts = [
    [Math.floor(minutes / 1440), 'd'],
    [Math.floor(minutes / 60) % 24, 'h'],
    [minutes % 60, 'min'],
  ].flatMap(([count, unit]) => (count === 0 ? [] : [`${count} ${unit}`]));
  return `, ${parts.join(' ') || 'less than a minute'} ${offsetMs > 0 ? 'ahead of' : 'behind'} the machine's`;
}
