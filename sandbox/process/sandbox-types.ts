import type { Brought, GivenEnvironment } from './environment.ts';
import type { Programs, ProgramsInput } from './programs.ts';
import type { Progress } from './progress.ts';
import type { PortName, SandboxState } from './state.ts';
import type { SupervisedPart, Watch } from './supervise.ts';

/** The parts of a sandbox, by the names that tests and messages use. */
export type PartName = 'postgres' | 'stripe' | 'mail' | 'web' | 'worker';

export type Parts = Partial<Record<PartName, SupervisedPart>>;

export type SandboxOptions = {
  root: string;
  /** `.data` for a person's sandbox, a temporary folder for a test's. */
  dataDir: string;
  kind: 'demo' | 'dev' | 'test';
  given: GivenEnvironment;
  progress: Progress;
  /** Told of parts that ended by themselves and came back. */
  onNews: (sentence: string) => void;
  /** False where losing the data with the machine is no loss. */
  durable: boolean;
  /** False leaves the tables empty. */
  seed: boolean;
  /** The port that web would like at its first start. */
  firstPort?: number | undefined;
  webProcesses?: number | undefined;
  signal?: AbortSignal | undefined;
  /** How the application's programs are had; the production build when not given. */
  programs?: ((input: ProgramsInput) => Promise<Programs>) | undefined;
};

/** A sandbox that runs. */
export type Sandbox = {
  appUrl: string;
  /** Where the mail can be read; undefined when real mail is sent. */
  inboxUrl: string | undefined;
  brought: Brought;
  /** Whether the seed's people and events are in the database. */
  seeded: boolean;
  /** What web and worker run with. */
  environment: Record<string, string>;
  /** SANDBOX_STRIPE_CONTROL_URL and SANDBOX_MAIL_CONTROL_URL, for whoever steers the stand-ins. */
  controls: Record<string, string>;
  parts: Parts;
  stop: () => Promise<void>;
};

/** What the steps of a start share. */
export type Start = {
  options: SandboxOptions;
  brought: Brought;
  state: SandboxState;
  ports: Record<PortName, number>;
  /** Lets go of web's port, which is held until then. */
  releaseWeb: () => Promise<void>;
  logs: string;
  parts: Parts;
  watch: Watch;
};
