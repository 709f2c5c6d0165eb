import { expect, test } from 'vitest';
import { changeClient, revokeKeys, rotateKey } from '../../../../../gateway/commands/clients/change-clients.ts';
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

test('a quota is changed and taken away; what is not named stays', async () => {
  await using clients = await testClients();
  await clients.add('erp', { quota: '600', requests: '5', burst: '9', scopes: 'a' });
  const stored = async () => {
    const { quota, requests, burst, scopes } = (await clients.store.read()).clients.erp ?? {};
    return { quota, requests, burst, scopes };
  };
  await changeClient(clients.store, 'erp', { quota: '700' });
  expect(await stored()).toEqual({ quota: 700, requests: 5, burst: 9, scopes: ['a'] });
  await changeClient(clients.store, 'erp', { quota: 'none', requests: 'none' });
  expect(await stored()).toEqual({ quota: undefined, requests: undefined, burst: undefined, scopes: ['a'] });
  await expect(changeClient(clients.store, 'erp', {})).rejects.toThrow(/Say what/);
});

test('a name that stands for all clients of a kind is no client’s', async () => {
  await using clients = await testClients();
  await expect(clients.add('viewer')).rejects.toThrow(/stands for all/);
  await expect(clients.add('app:web')).rejects.toThrow(/no name of a client/);
});
