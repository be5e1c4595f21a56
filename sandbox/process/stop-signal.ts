/**
 * Aborts when this program is asked to leave: Ctrl-C, a signal, a closed terminal, or the end of the process that
 * started it (sandbox/bootstrap.mjs). Being asked twice is no more than being asked once.
 */
export function onStopRequest(): AbortSignal {
  const controller = new AbortController();
  const abort = () => controller.abort(new Error('Stopped.'));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, abort);
  process.on('disconnect', abort);
  // The line to bootstrap.mjs must not keep us alive.
  process.channel?.unref();
  // A terminal or pipe that is gone must not end us in the middle of stopping.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  return controller.signal;
}

/** Resolves when the signal aborts, and keeps the program alive until then. */
export function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const alive = setInterval(() => undefined, 3_600_000);
    const end = () => {
      clearInterval(alive);
      resolve();
    };
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  });
}
