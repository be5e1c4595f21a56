import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RolePasswords } from '../postgres/prepare-database.ts';
import type { ProcessIdentity } from './identity.ts';
import { makeMailKey, makeStripeKeys } from './stand-ins.ts';

export type PortName = 'web' | 'postgres' | 'stripe' | 'stripeControl' | 'mail' | 'mailControl';

/** Made once, when a sandbox starts for the first time in a folder. */
type Secrets = {
  authSecret: string;
  ticketSigningKeys: string;
  metricsToken: string;
  actionsKey: string;
  mailKey: string;
  stripe: { secretKey: string; publishableKey: string; webhookSecret: string };
  database: RolePasswords;
};

/** What a folder's sandbox is doing right now; left behind by one that was killed. */
export type RunningSandbox = {
  kind: string;
  supervisor: ProcessIdentity;
  processes: Record<string, ProcessIdentity>;
  /** The environment that the application runs with: what `clock`, `db:studio` and the invariant check use. */
  environment: Record<string, string>;
  /** Where the stand-ins can be steered; the application is never told. */
  controls: Record<string, string>;
};

/** The file `.data/sandbox.json`: what a sandbox keeps between two starts beside its data. */
export type SandboxState = {
  secrets: Secrets;
  ports: Partial<Record<PortName, number>>;
  running?: RunningSandbox | undefined;
};

const bytes = (count: number) => randomBytes(count).toString('base64url');

function makeSecrets(): Secrets {
  return {
    authSecret: bytes(48),
    ticketSigningKeys: `k1:${bytes(32)}`,
    metricsToken: bytes(24),
    // Next wants this one in the plain base64 alphabet.
    actionsKey: randomBytes(32).toString('base64'),
    mailKey: makeMailKey(),
    stripe: makeStripeKeys(),
    database: { owner: bytes(24), app: bytes(24), readonly: bytes(24) },
  };
}

/** Reads a sandbox's state; undefined where none was ever started, or the file cannot be read. */
export function readState(dataDir: string): SandboxState | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(join(dataDir, 'sandbox.json'), 'utf8'));
    return isState(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Reads a sandbox's state, or begins one with new secrets. */
export function openState(dataDir: string): SandboxState {
  const state = readState(dataDir) ?? { secrets: makeSecrets(), ports: {} };
  writeState(dataDir, state);
  return state;
}

/** Writes it whole or not at all, for nobody else to read: it holds secrets. */
export function writeState(dataDir: string, state: SandboxState): void {
  mkdirSync(dataDir, { recursive: true });
  const draft = join(dataDir, `sandbox.json.${process.pid}`);
  writeFileSync(draft, `${JSON.stringify(state, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, join(dataDir, 'sandbox.json'));
}

function isState(value: unknown): value is SandboxState {
  if (typeof value !== 'object' || value === null || !('secrets' in value) || !('ports' in value))
    return false;
  const { secrets } = value;
  return (
    typeof secrets === 'object' &&
    secrets !== null &&
    Object.keys(makeSecrets()).every((key) => key in secrets)
  );
}
