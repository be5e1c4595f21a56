/** A code that stays in the picture is one scan, until it has been out of it for so long. */
const FORGET_MS = 2_500;

/**
 * Remembers what the camera has read. A phone is held up for some seconds, during which its code is read over and over;
 * without this the person who has just been let in would be told that they are in already.
 */
export class ScanMemory {
  private last: { code: string; seen: number } | null = null;

  /** True when this is a new scan. @param now milliseconds on any clock that only goes forward */
  isNew(code: string, now: number): boolean {
    const again = this.last?.code === code && now - this.last.seen < FORGET_MS;
    this.last = { code, seen: now };
    return !again;
  }

  /** Nobody looks at new scans now; one that is still held up stays the same scan. */
  stays(code: string, now: number): void {
    if (this.last?.code === code) this.last.seen = now;
  }

  /** The same code counts anew, for somebody who asks for it. */
  forget(): void {
    this.last = null;
  }
}
