import { describe, expect, test } from 'vitest';
import { accountAddress } from '../../../../../gateway/guard/quota/address.ts';

const forwarded = { 'x-forwarded-for': '6.6.6.6, 203.0.113.7, 10.0.0.2' };

describe('accountAddress', () => {
  test.each([
    ['the connection’s own, whatever a header says', '198.51.100.1', forwarded, 0, '198.51.100.1'],
    ['what the proxy before us saw', '10.0.0.1', forwarded, 1, '10.0.0.2'],
    ['what the first of our proxies saw, not what its client says', '10.0.0.1', forwarded, 2, '203.0.113.7'],
    ['the connection’s where a proxy says nothing', '10.0.0.1', {}, 1, '10.0.0.1'],
    ['an IPv4 address in IPv6', '::ffff:198.51.100.1', {}, 0, '198.51.100.1'],
    ['all of an IPv6 network', '2001:db8:0:7:aaaa:bbbb:cccc:dddd', {}, 0, '2001:db8:0:7::/64'],
    ['all of an IPv6 network, written short', '2001:db8::1', {}, 0, '2001:db8:0:0::/64'],
    ['loopback', '::1', {}, 0, '0:0:0:0::/64'],
    [
      'without the port that some proxies write',
      '10.0.0.1',
      { 'x-forwarded-for': '203.0.113.7:41234' },
      1,
      '203.0.113.7',
    ],
    ['without port and brackets', '10.0.0.1', { 'x-forwarded-for': '[2001:db8::1]:41' }, 1, '2001:db8:0:0::/64'],
    ['nothing', undefined, {}, 0, undefined],
  ])('is %s', (_what, socket, headers, proxies, address) => {
    expect(accountAddress(socket, headers, proxies)).toBe(address);
  });
});
