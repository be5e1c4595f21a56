import { runWorker } from '#lib/jobs/run-worker.ts';
import { log } from '#lib/log.ts';

/** The worker: delivers mail, expires holds, reconciles payments, carries out refunds. See lib/jobs. */
const worker = await runWorker();

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
