import { expect, test, vi } from 'vitest';
import { ActiveAccounts } from '../../../../../subgraphs/commerce/accounts/active-accounts.ts';

/** Accounts over a set of which a test says what is ACTIVE, with a clock that it moves. */
function accountsOver(active: Set<string>) {
  const read = vi.fn(async (ids: readonly string[]) => new Set(ids.filter((id) => active.has(id))));
  const time = { now: 0 };
  return { accounts: new ActiveAccounts(read, () => time.now), read, time };
}

const SHOPS = new Set(['shop_1', 'shop_2']);

test('are read once while changes are heard of, and anew after one', async () => {
  const active = new Set(['shop_1']);
  const { accounts, read } = accountsOver(active);
  accounts.hears();
  expect(await accounts.among(SHOPS)).toEqual(new Set(['shop_1']));
  expect(accounts.among(SHOPS)).toEqual(new Set(['shop_1']));
  expect(read).toHaveBeenCalledTimes(1);
  active.add('shop_2');
  accounts.changed('shop_2');
  expect(await accounts.among(SHOPS)).toEqual(SHOPS);
  accounts.close();
});

test('are read each time while nothing is heard, and refused where they can’t be read', async () => {
  const active = new Set(['shop_1']);
  const { accounts, read } = accountsOver(active);
  accounts.hears();
  await accounts.among(SHOPS);
  accounts.hearsNothing();
  active.clear();
  expect(await accounts.among(SHOPS)).toEqual(new Set());
  read.mockRejectedValue(new Error('gone'));
  await expect(accounts.among(SHOPS)).rejects.toThrow('gone');
  accounts.close();
});

test('are kept for two seconds at most, should a connection die without a word', async () => {
  const active = new Set(['shop_1']);
  const { accounts, time } = accountsOver(active);
  accounts.hears();
  await accounts.among(SHOPS);
  active.clear();
  time.now = 2_001;
  expect(await accounts.among(SHOPS)).toEqual(new Set());
  accounts.close();
});

test('are not kept as they were before a change that came while they were read', async () => {
  const active = new Set(['shop_1']);
  const { accounts } = accountsOver(active);
  accounts.hears();
  const before = accounts.among(SHOPS);
  active.clear();
  accounts.changed('shop_1');
  await before;
  expect(await accounts.among(SHOPS)).toEqual(new Set());
  accounts.close();
});

test('tell whoever watches them of changes, and that nothing can be heard', () => {
  const { accounts } = accountsOver(new Set());
  const told = vi.fn();
  const leave = accounts.watch(['shop_1'], told);
  accounts.changed('shop_2');
  expect(told).toHaveBeenCalledTimes(0);
  accounts.changed('shop_1');
  accounts.hearsNothing();
  accounts.hears();
  expect(told).toHaveBeenCalledTimes(3);
  leave();
  accounts.changed('shop_1');
  expect(told).toHaveBeenCalledTimes(3);
  accounts.close();
});
