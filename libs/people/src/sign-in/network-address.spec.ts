import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { networkOf } from './network-address.js';

describe('the network of a caller', () => {
  it('is the address itself for IPv4, however it is written', () => {
    assert.equal(networkOf('203.0.113.9'), '203.0.113.9');
    assert.equal(networkOf('::ffff:203.0.113.9'), '203.0.113.9');
  });

  it('is the /64 for IPv6, in which a caller may choose', () => {
    assert.equal(networkOf('2001:db8:0:1:aaaa::1'), '2001:db8:0:1::/64');
    assert.equal(networkOf('2001:0DB8:0000:0001:ffff:1:2:3'), '2001:db8:0:1::/64');
    assert.equal(networkOf('2001:db8::1'), '2001:db8:0:0::/64');
    assert.equal(networkOf('fe80::1%eth0'), 'fe80:0:0:0::/64');
  });

  it('is none for this machine', () => {
    for (const ip of ['127.0.0.1', '::1', '::ffff:127.0.0.1', '']) assert.equal(networkOf(ip), null);
  });
});
