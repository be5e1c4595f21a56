import { BlockList, isIP } from 'node:net';

/** An address as it is compared: IPv4 in IPv6 clothes taken off, zone and brackets dropped. Null for anything else. */
function plain(address: string): string | null {
  const bare = address
    .trim()
    .replace(/^\[([^\]]*)\].*$/, '$1')
    .replace(/%.*$/, '')
    .replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '');
  return isIP(bare) === 0 ? null : bare;
}

const family = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

function trusts(proxies: readonly string[]): (address: string) => boolean {
  const list = new BlockList();
  for (const proxy of proxies) {
    const [network = '', bits] = proxy.split('/');
    const address = plain(network);
    if (!address) continue;
    if (bits === undefined) list.addAddress(address, family(address));
    else list.addSubnet(address, Number(bits), family(address));
  }
  return (address) => list.check(address, family(address));
}

/**
 * The address of whoever sent a request: read from the connection towards the client, as far as each hop is one of
 * our own proxies. What stands further left in the header anybody could have written.
 *
 * @param peer address at the other end of the connection
 * @param forwardedFor the X-Forwarded-For header
 * @param trustedProxies addresses or networks (10.0.0.0/8) from `TRUSTED_PROXIES`
 */
export function clientAddress(
  peer: string | undefined,
  forwardedFor: string | undefined,
  trustedProxies: readonly string[],
): string {
  const trusted = trusts(trustedProxies);
  let client = plain(peer ?? '') ?? 'unknown';
  const hops = (forwardedFor ?? '').split(',').map(plain).toReversed();
  for (const hop of hops) {
    if (client === 'unknown' || !trusted(client) || !hop) break;
    client = hop;
  }
  return client;
}

/**
 * The client's address inside Next, where there is no connection to look at: `server.ts` has put `clientAddress` in
 * place of X-Forwarded-For before. Without it in front the last hop counts, which a platform's own proxy wrote.
 */
export function addressFrom(headers: { get: (name: string) => string | null }): string {
  const last = headers.get('x-forwarded-for')?.split(',').at(-1);
  return plain(last ?? '') ?? 'unknown';
}

/** Whether an address is this machine's own. */
export const isLoopback = (address: string): boolean =>
  address === '::1' || (isIP(address) === 4 && address.startsWith('127.'));

/** The first groups of an IPv6 address, as a network. */
function prefixOf(address: string, count: number): string {
  const [left = '', right] = address.split('::');
  const head = left === '' ? [] : left.split(':');
  const tail = right === undefined || right === '' ? [] : right.split(':');
  const zeros = right === undefined ? 0 : 8 - head.length - tail.length;
  const groups = [...head, ...Array.from({ length: zeros }, () => '0'), ...tail];
  return `${groups
    .slice(0, count)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/${count * 16}`;
}

/**
 * The network a limit is kept for. One household has a whole /64 of IPv6 at hand, so counting single addresses there
 * would count nothing.
 */
export const networkOf = (address: string): string => (isIP(address) === 6 ? prefixOf(address, 4) : address);

/** The most that one customer of a provider has: a /48 of IPv6, which is 65,536 networks, or an address of IPv4. */
export const siteOf = (address: string): string => (isIP(address) === 6 ? prefixOf(address, 3) : address);
