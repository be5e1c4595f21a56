import { describe, expect, test } from 'vitest';
import { addressFrom, clientAddress, networkOf, siteOf } from './client-address.ts';

describe('the address of the client', () => {
  test.each([
    { why: 'nobody is trusted', peer: '203.0.113.9', header: '198.51.100.1', trusted: [], is: '203.0.113.9' },
    { why: 'one proxy', peer: '10.0.0.2', header: '198.51.100.1', trusted: ['10.0.0.2'], is: '198.51.100.1' },
    {
      why: 'a forged hop before a real one',
      peer: '10.0.0.2',
      header: '6.6.6.6, 198.51.100.1',
      trusted: ['10.0.0.0/8'],
      is: '198.51.100.1',
    },
    {
      why: 'two proxies of ours',
      peer: '10.0.0.2',
      header: '198.51.100.1, 10.1.2.3',
      trusted: ['10.0.0.0/8'],
      is: '198.51.100.1',
    },
    {
      why: 'a proxy that forwards nothing',
      peer: '10.0.0.2',
      header: undefined,
      trusted: ['10.0.0.2'],
      is: '10.0.0.2',
    },
    {
      why: 'rubbish in the header',
      peer: '10.0.0.2',
      header: 'hello',
      trusted: ['10.0.0.2'],
      is: '10.0.0.2',
    },
    {
      why: 'IPv4 mapped into IPv6',
      peer: '::ffff:127.0.0.1',
      header: '2001:db8::7',
      trusted: ['127.0.0.1'],
      is: '2001:db8::7',
    },
    {
      why: 'a network of IPv6',
      peer: 'fd00::5',
      header: '198.51.100.1',
      trusted: ['fd00::/8'],
      is: '198.51.100.1',
    },
    {
      why: 'a closed connection',
      peer: undefined,
      header: '198.51.100.1',
      trusted: ['10.0.0.2'],
      is: 'unknown',
    },
  ])('$why', ({ peer, header, trusted, is }) => {
    expect(clientAddress(peer, header, trusted)).toBe(is);
  });

  test('inside Next the last hop counts', () => {
    expect(addressFrom(new Headers({ 'x-forwarded-for': '6.6.6.6, 198.51.100.1' }))).toBe('198.51.100.1');
    expect(addressFrom(new Headers())).toBe('unknown');
  });

  test.each([
    ['198.51.100.1', '198.51.100.1', '198.51.100.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64', '2001:db8:1::/48'],
    ['2001:db8:1:2::9', '2001:db8:1:2::/64', '2001:db8:1::/48'],
    ['2001:db8::1', '2001:db8:0:0::/64', '2001:db8:0::/48'],
    ['::1', '0:0:0:0::/64', '0:0:0::/48'],
    ['unknown', 'unknown', 'unknown'],
  ])('%s is limited as %s, and as %s', (address, network, site) => {
    expect(networkOf(address)).toBe(network);
    expect(siteOf(address)).toBe(site);
  });
});
