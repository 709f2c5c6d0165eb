import { expect, test } from 'vitest';
import { revokeKeys, rotateKey } from '../../../../../gateway/commands/clients/change-clients.ts';
import { testClients } from '../../../../kit/clients.ts';

test('a key may be rotated any number of times: what ended first is forgotten, what holds never', async () => {
  await using clients = await testClients();
  await clients.add('hourly');
  for (let times = 0; times < 110; times++) await rotateKey(clients.store, 'hourly', { overlap: '0' });
  const kept = (await clients.store.read()).clients.hourly?.keys ?? [];
  expect(kept).toHaveLength(100);
  expect(kept.filter(({ expires }) => expires === undefined)).toHaveLength(1);
  await clients.add('overlapping');
  for (let times = 0; times < 99; times++) await rotateKey(clients.store, 'overlapping', { overlap: '7d' });
  await expect(rotateKey(clients.store, 'overlapping', { overlap: '7d' })).rejects.toThrow(/can’t be kept.*keys/);
  await revokeKeys(clients.store, 'overlapping', {});
  await rotateKey(clients.store, 'overlapping', {});
});
