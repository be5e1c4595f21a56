import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { nodePath } from './node-path.ts';
import { hashSources } from './sources.ts';
import { runProgram } from './start-program.ts';

/** What was built, and the two values that a build and those who run it must share. */
export type Build = { hash: string; deploymentId: string; actionsKey: string; fresh: boolean };

/**
 * Runs `npm run build` unless what lies in `.next` and `dist` was made of exactly these sources.
 *
 * @throws with the end of the build's output when it fails.
 */
export async function buildIfNeeded(options: {
  root: string;
  /** Base64 of 32 bytes; the key of the last build is kept when this is not given. */
  actionsKey: string | undefined;
  fallbackActionsKey: string;
  env: Record<string, string>;
  logFile: string;
  signal?: AbortSignal | undefined;
}): Promise<Build> {
  const { root, env } = options;
  const stampFile = join(root, 'dist', 'build.json');
  const hash = hashSources(root);
  const stamp = readStamp(stampFile);
  const actionsKey = options.actionsKey ?? stamp?.actionsKey ?? options.fallbackActionsKey;
  const deploymentId = `foyer-${hash.slice(0, 12)}`;
  const whole = ['dist/server.js', 'dist/worker.js', '.next/BUILD_ID'].every((file) =>
    existsSync(join(root, file)),
  );
  if (whole && stamp?.hash === hash && stamp.actionsKey === actionsKey) {
    return { hash, deploymentId, actionsKey, fresh: false };
  }

  rmSync(stampFile, { force: true });
  await runProgram(
    {
      name: 'The build',
      command: 'npm',
      args: ['run', 'build'],
      env: {
        ...env,
        // The Node that runs us goes first on the path, so that npm's scripts use it too.
        PATH: `${dirname(nodePath())}:${join(root, 'node_modules', '.bin')}:${env.PATH ?? ''}`,
        NEXT_TELEMETRY_DISABLED: '1',
        NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: actionsKey,
        DEPLOYMENT_ID: deploymentId,
      },
      cwd: root,
      logFile: options.logFile,
    },
    options.signal,
  );
  writeFileSync(stampFile, JSON.stringify({ hash, actionsKey }), { mode: 0o600 });
  return { hash, deploymentId, actionsKey, fresh: true };
}

function readStamp(file: string): { hash: string; actionsKey: string } | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof value !== 'object' || value === null || !('hash' in value) || !('actionsKey' in value))
      return undefined;
    const { hash, actionsKey } = value;
    return typeof hash === 'string' && typeof actionsKey === 'string' ? { hash, actionsKey } : undefined;
  } catch {
    return undefined;
  }
}
