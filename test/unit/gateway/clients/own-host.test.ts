import { expect, test } from 'vitest';
import { isOwnHost } from '../../../../gateway/clients/own-host.ts';

test.each([
  undefined,
  'localhost',
  'LOCALHOST:4000',
  'redcat.localhost:4000',
  '127.0.0.1:4000',
  '127.9.9.9',
  '[::1]:4000',
  '192.168.1.7:80',
])('%s is this machine', (host) => expect(isOwnHost(host)).toBe(true));

test.each([
  'evil.example',
  'evil.example:4000',
  'localhost.evil.example',
  'notlocalhost',
  '127.0.0.1.nip.io',
  '127.0.0.1.',
  '',
  '[::1',
  'localhost:4000:evil',
])('%s may be anybody’s', (host) => expect(isOwnHost(host)).toBe(false));
