import { join } from 'node:path';
import { buildIfNeeded } from './build.ts';
import { type GivenEnvironment, machineEnvironment } from './environment.ts';
import type { Progress } from './progress.ts';

/** How the application's programs are started: arguments for Node, and what they need in their environment. */
export type Programs = {
  web: string[];
  worker: string[];
  seed: string[];
  nodeEnv: 'production' | 'development';
  environment: Record<string, string>;
};

export type ProgramsInput = {
  root: string;
  given: GivenEnvironment;
  progress: Progress;
  logs: string;
  /** Made once per sandbox, for the build's key when neither the environment nor a former build has one. */
  actionsKey: string;
  signal: AbortSignal | undefined;
};

/** The production build, made anew only when its sources have changed. */
export async function buildPrograms(input: ProgramsInput): Promise<Programs> {
  const { root, given, logs, signal } = input;
  const build = await input.progress(
    'Build',
    () =>
      buildIfNeeded({
        root,
        actionsKey: given.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY,
        fallbackActionsKey: input.actionsKey,
        env: machineEnvironment(given),
        logFile: join(logs, 'build.log'),
        signal,
      }),
    ({ fresh }) => (fresh ? '' : 'nothing has changed'),
  );
  const program = (name: string) => ['--enable-source-maps', join(root, 'dist', `${name}.js`)];
  return {
    web: program('server'),
    worker: program('worker'),
    seed: program('seed'),
    nodeEnv: 'production',
    environment: {
      NODE_ENV: 'production',
      DEPLOYMENT_ID: build.deploymentId,
      NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: build.actionsKey,
    },
  };
}
