import { EnvironmentError } from '#lib/env.ts';
import { runWorker, type Worker } from '#lib/jobs/run-worker.ts';
import { log } from '#lib/log.ts';

/** The worker: delivers mail, expires holds, reconciles payments, carries out refunds. See lib/jobs. */
const worker = await start();

async function start(): Promise<Worker> {
  try {
    return await runWorker();
  } catch (error) {
    // The sentence says what to change; a stack trace would hide it.
    process.stderr.write(`${error instanceof EnvironmentError ? error.message : String(error)}\n`);
    process.exit(1);
  }
}

let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    log().info({ signal }, 'worker is stopping');
    worker.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log().error({ err: error }, 'worker did not stop cleanly');
        process.exit(1);
      },
    );
  });
}
