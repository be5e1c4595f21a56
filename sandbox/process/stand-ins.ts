import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { findFreePort } from './free-port.ts';
import { nodePath } from './node-path.ts';
import { projectRoot } from './project-root.ts';
import { type RunningProgram, startProgram } from './start-program.ts';

/** What the application needs to know of the Stripe stand-in, and what a test needs to steer it. */
export type StripeAccess = {
  url: string;
  controlUrl: string;
  secretKey: string;
  publishableKey: string;
  webhookSecret: string;
};

export type MailAccess = { url: string; controlUrl: string; apiKey: string };

/** Keys that are plainly of the sandbox. */
export function makeStripeKeys(): { secretKey: string; publishableKey: string; webhookSecret: string } {
  return {
    secretKey: `sk_sandbox_${randomBytes(18).toString('base64url')}`,
    publishableKey: `pk_sandbox_${randomBytes(18).toString('base64url')}`,
    webhookSecret: `whsec_sandbox_${randomBytes(18).toString('base64url')}`,
  };
}

export function makeMailKey(): string {
  return `re_sandbox_${randomBytes(18).toString('base64url')}`;
}

export type StripeStandInOptions = {
  /** Its state lives here, in stripe.sqlite. */
  folder: string;
  ports?: { port: number; controlPort: number };
  keys?: { secretKey: string; publishableKey: string; webhookSecret: string };
  /** Where signed webhooks go. */
  webhookUrl?: string | undefined;
  logFolder?: string;
};

/** Starts sandbox/stripe as a process of its own. */
export async function startStripeStandIn(
  options: StripeStandInOptions,
): Promise<RunningProgram & { access: StripeAccess }> {
  const port = options.ports?.port ?? (await findFreePort());
  const controlPort = options.ports?.controlPort ?? (await findFreePort());
  const keys = options.keys ?? makeStripeKeys();
  const program = await startProgram({
    name: 'The Stripe stand-in',
    command: nodePath(),
    args: [
      join(projectRoot, 'sandbox/stripe/main.ts'),
      ...['--port', `${port}`, '--control-port', `${controlPort}`],
      ...['--data', join(options.folder, 'stripe.sqlite')],
      ...['--secret-key', keys.secretKey, '--publishable-key', keys.publishableKey],
      ...(options.webhookUrl === undefined ? [] : ['--webhook-url', options.webhookUrl]),
      ...['--webhook-secret', keys.webhookSecret],
    ],
    env: plainEnvironment(),
    cwd: projectRoot,
    logFile: join(options.logFolder ?? options.folder, 'stripe.log'),
    ready: { port },
  });
  const access = { url: `http://127.0.0.1:${port}`, controlUrl: `http://127.0.0.1:${controlPort}`, ...keys };
  return { ...program, access };
}

export type MailStandInOptions = {
  /** Its state lives here, in mail.sqlite. */
  folder: string;
  ports?: { port: number; controlPort: number };
  apiKey?: string;
  logFolder?: string;
};

/** Starts sandbox/mail, the stand-in of Resend with the inbox page, as a process of its own. */
export async function startMailStandIn(
  options: MailStandInOptions,
): Promise<RunningProgram & { access: MailAccess }> {
  const port = options.ports?.port ?? (await findFreePort());
  const controlPort = options.ports?.controlPort ?? (await findFreePort());
  const apiKey = options.apiKey ?? makeMailKey();
  const program = await startProgram({
    name: 'The mail stand-in',
    command: nodePath(),
    args: [
      join(projectRoot, 'sandbox/mail/main.ts'),
      ...['--port', `${port}`, '--control-port', `${controlPort}`],
      ...['--data', join(options.folder, 'mail.sqlite'), '--api-key', apiKey],
    ],
    env: plainEnvironment(),
    cwd: projectRoot,
    logFile: join(options.logFolder ?? options.folder, 'mail.log'),
    ready: { port },
  });
  const access = { url: `http://127.0.0.1:${port}`, controlUrl: `http://127.0.0.1:${controlPort}`, apiKey };
  return { ...program, access };
}

/** The stand-ins get their parameters as arguments, and nothing of the application's secrets. */
function plainEnvironment(): Record<string, string> {
  return { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', TZ: 'UTC' };
}
