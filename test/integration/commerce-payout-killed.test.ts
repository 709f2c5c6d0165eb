import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { test as base, expect, inject } from 'vitest';
import { catchUpLedger } from '../../subgraphs/commerce/ledger/catch-up.ts';
import { checkLedger } from '../../subgraphs/commerce/ledger/check-ledger.ts';
import { openCommerceDatabase } from '../../subgraphs/commerce/store/open.ts';
import type { CommerceDb } from '../../subgraphs/commerce/store/tables.ts';
import { paidSent, tapSent } from '../kit/commerce/events.ts';
import { agreeTerms } from '../kit/commerce/ledger.ts';
import { jumpCodeOf, openMarket, personOf } from '../kit/commerce/market.ts';
import { recorderInto } from '../kit/commerce/recording.ts';
import { createDatabase } from '../kit/postgres.ts';

const run = promisify(execFile);
const AUTHORS = 45;
const postgresUrl = inject('postgresUrl');

const test = base.extend<{ folder: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads from it what a fixture needs
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'redcat-payout-'));
    await use(folder);
    await rm(folder, { recursive: true });
  },
});

/** A market in which each of many authors has a link that led to one paid order. */
async function sell(db: CommerceDb): Promise<void> {
  await openMarket(db);
  await agreeTerms(db);
  const links = Array.from({ length: AUTHORS }, (_, index) => `link_a${100 + index}`);
  const targets = links.map((link, index) => ({
    link_id: link,
    note_id: `note_a${index}`,
    product_id: 'product_11',
    author_id: `author_a${index}`,
    status: 'ACTIVE' as const,
    feed_position: 100 + index,
    jump_code: jumpCodeOf(link),
  }));
  await db.insertInto('link_targets').values(targets).execute();
  const sent = links.flatMap((link, index) => [
    tapSent({ eventId: `tap-${index}`, personKey: personOf(index + 1), productLinkId: link }),
    paidSent({ eventId: `paid-${index}`, personKey: personOf(index + 1) }),
  ]);
  const receivedAt = Date.parse('2025-05-07T04:00:01.000Z');
  await recorderInto(db).record(sent.map((each) => ({ platformId: 'platform_taobao', receivedAt, sent: each })));
  await catchUpLedger(db, new Date());
}

async function isKilled(env: Record<string, string>, statements: number): Promise<boolean> {
  const script = 'test/kit/commerce/killed-payout.ts';
  const args = [script, '--period', '2025-05', '--statements', String(statements)];
  return run(process.execPath, args, { env: { ...process.env, ...env } }).then(
    () => false,
    (error: { signal?: string }) => error.signal === 'SIGKILL',
  );
}

/** @param killedAfter statements of each run that is killed: within the transaction of the first payees, or of the second */
async function killAndResume(
  env: Record<string, string>,
  source: { url: string } | { folder: string },
  killedAfter: readonly number[],
): Promise<void> {
  const first = await openCommerceDatabase(source);
  await sell(first.db);
  await first.close();
  for (const statements of killedAfter) expect(await isKilled(env, statements)).toBe(true);
  const command = ['subgraphs/commerce/ledger-main.ts', 'payout', '--period', '2025-05'];
  const { stdout } = await run(process.execPath, command, { env: { ...process.env, ...env } });
  const payouts = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { id: string; authorId: string | null; amount: { amount: string } });
  expect(new Set(payouts.map(({ authorId }) => authorId)).size).toBe(AUTHORS + 1);
  expect(payouts).toHaveLength(AUTHORS + 1);
  for (const { authorId, amount } of payouts)
    expect(amount.amount).toBe(authorId ? '9.03' : (AUTHORS * 3.87).toFixed(2));
  const after = await openCommerceDatabase(source);
  const { faults, payouts: kept } = await checkLedger(after.db, new Date());
  const runs = await after.db.selectFrom('payouts').select('paid_at').distinct().execute();
  await after.close();
  expect({ faults, kept }).toEqual({ faults: [], kept: AUTHORS + 1 });
  // What was paid before a run was killed, it stays paid.
  expect(runs.length).toBeGreaterThan(killedAfter.length);
}

test('a payout run that is killed half way pays nobody twice and nobody too little: PGlite', async ({ folder }) => {
  await killAndResume({ COMMERCE_DATA_FOLDER: folder }, { folder }, [16]);
});

test.skipIf(postgresUrl === null)('and PostgreSQL', async () => {
  const { url, drop } = await createDatabase(postgresUrl ?? '');
  await killAndResume({ COMMERCE_DATABASE_URL: url }, { url }, [16, 16]);
  await drop();
});
