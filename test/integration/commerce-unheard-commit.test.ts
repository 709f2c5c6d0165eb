import { expect, inject, test } from 'vitest';
import { openCommerceDatabase } from '../../subgraphs/commerce/store/open.ts';
import { startCommitProxy } from '../kit/commerce/commit-proxy.ts';
import { paidSent, tapSent, visitSent } from '../kit/commerce/events.ts';
import { openMarket } from '../kit/commerce/market.ts';
import { runCommerce } from '../kit/commerce/process.ts';
import { createDatabase } from '../kit/postgres.ts';

const postgresUrl = inject('postgresUrl');

test.skipIf(postgresUrl === null)(
  'a process killed between the commit and the answer: the same batch under its key gets the first answer from the next process',
  async () => {
    const { url, drop } = await createDatabase(postgresUrl ?? '');
    const database = await openCommerceDatabase({ url });
    await openMarket(database.db);
    await database.close();
    const events = [
      tapSent({ eventId: 'tap' }),
      paidSent({ eventId: 'paid' }),
      visitSent({ eventId: 'x', stage: '?' }),
    ];
    const post = async (origin: string, key: string) => {
      const headers = { 'content-type': 'application/json', 'idempotency-key': key };
      const response = await fetch(`${origin}/events`, { method: 'POST', headers, body: JSON.stringify(events) });
      return (await response.json()) as { accepted: number; duplicates: number; rejected: number };
    };
    {
      await using proxy = await startCommitProxy(url);
      await using commerce = runCommerce({ COMMERCE_DATABASE_URL: proxy.url });
      const origin = await commerce.listening();
      const committed = proxy.unheardCommit('idempotency_keys');
      const unanswered = post(origin, 'one').then(
        () => 'answered',
        () => 'cut off',
      );
      await committed;
      commerce.child.kill('SIGKILL');
      expect(await unanswered).toBe('cut off');
    }
    await using again = runCommerce({ COMMERCE_DATABASE_URL: url });
    const origin = await again.listening();
    const first = await post(origin, 'one');
    expect(first).toMatchObject({ accepted: 2, duplicates: 0, rejected: 1 });
    expect(await post(origin, 'one')).toEqual(first);
    expect(await post(origin, 'another')).toMatchObject({ accepted: 0, duplicates: 2, rejected: 1 });
    again.child.kill('SIGKILL');
    await again.ended;
    await drop();
  },
);
