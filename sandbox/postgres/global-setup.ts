import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startMailStandIn, startStripeStandIn } from '../process/stand-ins.ts';
import { startTestCluster } from './start-test-cluster.ts';
import type {} from './testing.ts';

/**
 * Runs once around all vitest files: one PostgreSQL with a migrated template, and the two stand-ins, in a temporary
 * folder and on free ports, so that any number of test runs can go on at once.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-test-'));
  const stops: (() => Promise<void>)[] = [];
  const teardown = async () => {
    for (const stop of stops.reverse()) await stop();
    // PostgreSQL running as another user writes here too, hence the force.
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const { stop, cluster } = await startTestCluster(folder);
    stops.push(stop);
    project.provide('postgres', cluster);

    const stripe = await startStripeStandIn({ folder });
    const mail = await startMailStandIn({ folder });
    stops.push(stripe.stop, mail.stop);
    project.provide('standIns', { stripe: stripe.access, mail: mail.access });
    return teardown;
  } catch (error) {
    await teardown();
    throw error;
  }
}
