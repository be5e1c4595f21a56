import type { GivenEnvironment } from './environment.ts';
import { choosePort } from './free-port.ts';
import { holdPort } from './hold-port.ts';
import type { PortName, SandboxState } from './state.ts';

/**
 * A port for each part: the one it had at the last start where that is free, so that addresses stay the same.
 * Web prefers PORT, and at the first start 3000; its port is held until web itself is about to start.
 */
export async function choosePorts(
  state: SandboxState,
  given: GivenEnvironment,
  firstWish: number | undefined,
): Promise<{ ports: Record<PortName, number>; releaseWeb: () => Promise<void> }> {
  const wished = given.PORT === undefined ? undefined : Number(given.PORT);
  if (wished !== undefined && !(Number.isInteger(wished) && wished >= 0 && wished < 65_536)) {
    throw new Error(`PORT is "${given.PORT}", but a number from 1 to 65535 is expected.`);
  }
  const taken = new Set<number>();
  const choose = async (...wishes: (number | undefined)[]): Promise<number> => {
    const port = await choosePort(...wishes.filter((wish) => wish === undefined || !taken.has(wish)));
    if (taken.has(port)) return choose();
    taken.add(port);
    return port;
  };
  const { ports: had } = state;
  const web = await holdPort(() => choose(wished, had.web, firstWish));
  const ports = {
    web: web.port,
    postgres: await choose(had.postgres),
    stripe: await choose(had.stripe),
    stripeControl: await choose(had.stripeControl),
    mail: await choose(had.mail),
    mailControl: await choose(had.mailControl),
  };
  state.ports = ports;
  return { ports, releaseWeb: web.release };
}
