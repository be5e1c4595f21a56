/** Says what is being done, and how long it took. */
export type Progress = <T>(title: string, work: () => Promise<T>, done?: (result: T) => string) => Promise<T>;

/** A line for each piece of work, in columns. */
export function printProgress(write: (line: string) => void): Progress {
  return async (title, work, done) => {
    const began = performance.now();
    const seconds = () => `${((performance.now() - began) / 1000).toFixed(1)} s`.padStart(8);
    // Long work says that it has begun, so that nobody takes it for stuck.
    const announce = setTimeout(() => write(`  ${title} …`), 1_500);
    try {
      const result = await work();
      write(`  ${title.padEnd(22)}${seconds()}   ${done?.(result) ?? ''}`.trimEnd());
      return result;
    } catch (error) {
      write(`  ${title.padEnd(22)}${seconds()}   failed`);
      throw error;
    } finally {
      clearTimeout(announce);
    }
  };
}

/** For tests: does the work and says nothing. */
export const silent: Progress = (_title, work) => work();
