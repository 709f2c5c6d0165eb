import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { rebuild } from '../../subgraphs/commerce/conversions/keeping/rebuild.ts';
import { applyCohortChanges, followedCohorts } from '../../subgraphs/commerce/store/consents/age-cohorts.ts';
import { consenting as consentingAtCommerce, isConsenting } from '../../subgraphs/commerce/store/consents/consents.ts';
import { openWithdrawals } from '../../subgraphs/commerce/store/consents/withdrawals.ts';
import { addConsents, consenting } from '../../subgraphs/content/store/consents.ts';
import { takeAgeCohorts } from '../../subgraphs/content/take-age-cohorts.ts';
import { hearAs, partner } from '../kit/commerce/callers.ts';
import { paidSent, tapSent, visitSent } from '../kit/commerce/events.ts';
import { readFigures } from '../kit/commerce/figures.ts';
import { forgetEvents, personOf } from '../kit/commerce/market.ts';
import { startCommerce, type TestCommerce } from '../kit/commerce.ts';
import { useContent } from '../kit/content.ts';
import { describeOnDatabases } from '../kit/databases.ts';

/** The person that content makes of a viewer's name. */
const keyOf = (viewer: string) => createHash('sha256').update(viewer).digest('hex');

const EVERYBODY = partner('everybody', ['conversion:read'], { own_shop: ['*'] });

const ASK = '{ consents { purpose granted updatedAt } }';
const SAY = `mutation($input: ConsentUpdateInput!) { consentUpdate(input: $input) {
  consent { purpose granted updatedAt } userErrors { code } } }`;

describeOnDatabases('what a person says of the purposes of their data', (fresh) => {
  const content = useContent(fresh);
  let commerce: TestCommerce;

  beforeAll(async () => {
    const env = {
      COMMERCE_LINK_FEED_URL: `${content().url}/feed/product-links`,
      COMMERCE_LINK_FEED_INTERVAL_MS: '100',
    };
    commerce = await startCommerce(await fresh(), env);
  });
  afterAll(() => commerce.close());

  const say = async (viewer: string | undefined, purpose: string, granted: boolean) =>
    (await content().ask(SAY, { input: { purpose, granted } }, viewer)).data.consentUpdate;

  /** Waits until commerce has heard of what was said. */
  const heard = (viewer: string, purpose: 'ATTRIBUTION' | 'PERSONALIZATION', granted: boolean) =>
    expect
      .poll(async () => (await consentingAtCommerce(commerce.database.db, [keyOf(viewer)], purpose)).size)
      .toBe(granted ? 1 : 0);

  test('is told to them: attribution holds until it is withdrawn, the others once they are granted', async () => {
    expect((await content().ask(ASK, {}, 'ann')).data.consents).toEqual([
      { purpose: 'ATTRIBUTION', granted: true, updatedAt: null },
      { purpose: 'PERSONALIZATION', granted: false, updatedAt: null },
      { purpose: 'AI_TRAINING', granted: false, updatedAt: null },
    ]);
    const said = { purpose: 'PERSONALIZATION', granted: true, updatedAt: '2025-05-07T04:00:00.000Z' };
    expect(await say('ann', 'PERSONALIZATION', true)).toEqual({ consent: said, userErrors: [] });
    content().now = new Date('2025-05-07T05:00:00.000Z');
    expect((await say('ann', 'PERSONALIZATION', true)).consent).toEqual(said);
    expect((await content().ask(ASK, {}, 'ann')).data.consents[1]).toEqual(said);
    expect((await content().ask(ASK, {}, 'bob')).data.consents[1].granted).toBe(false);
  });

  test('is nobody’s where nobody is known', async () => {
    expect((await content().ask(ASK)).data.consents).toBeNull();
    expect(await say(undefined, 'ATTRIBUTION', false)).toEqual({
      consent: null,
      userErrors: [{ code: 'PERSON_UNKNOWN' }],
    });
  });

  test('is known to both subgraphs, of many people at once', async () => {
    await say('carl', 'PERSONALIZATION', true);
    await say('dora', 'ATTRIBUTION', false);
    const people = ['carl', 'dora', 'nobody'].map(keyOf);
    const [carl, dora, nobody] = people;
    await heard('dora', 'ATTRIBUTION', false);
    for (const ask of [
      (purpose: 'ATTRIBUTION' | 'PERSONALIZATION') => consenting(content().db, people, purpose),
      (purpose: 'ATTRIBUTION' | 'PERSONALIZATION') => consentingAtCommerce(commerce.database.db, people, purpose),
    ]) {
      expect(await ask('PERSONALIZATION')).toEqual(new Set([carl]));
      expect(await ask('ATTRIBUTION')).toEqual(new Set([carl, nobody]));
    }
    const consentingIn = async (purpose: 'ATTRIBUTION' | 'PERSONALIZATION') => {
      const { rows } = await sql<{ key: string }>`
        select encode(persons.person, 'hex') as key
        from unnest(${people.map((key) => Buffer.from(key, 'hex'))}::bytea[]) as persons(person)
        where ${isConsenting('persons.person', purpose)} order by 1`.execute(commerce.database.db);
      return rows.map(({ key }) => key);
    };
    expect(await consentingIn('PERSONALIZATION')).toEqual([carl]);
    expect(await consentingIn('ATTRIBUTION')).toEqual(people.filter((key) => key !== dora).sort());
  });

  test('a change that comes after a page of the feed is taken in, and an older one than what is there is not', async () => {
    const people = Array.from({ length: 1_100 }, (_, index) => Buffer.from(personOf(10_000 + index), 'hex'));
    const all = people.map((person) => ({
      person,
      purpose: 'AI_TRAINING' as const,
      granted: true,
      changedAt: new Date(),
    }));
    await content()
      .db.transaction()
      .execute((transaction) => addConsents(transaction, all));
    const keys = people.map((person) => person.toString('hex'));
    await expect
      .poll(async () => (await consentingAtCommerce(commerce.database.db, keys, 'AI_TRAINING')).size)
      .toBe(keys.length);
  });

  test('is heard by commerce though content’s database was taken back to before what commerce has heard', async () => {
    await say('kim', 'AI_TRAINING', true);
    await say('kim', 'PERSONALIZATION', true);
    await heard('kim', 'PERSONALIZATION', true);
    const { db } = content();
    await db
      .deleteFrom('consents')
      .where('person', '=', Buffer.from(keyOf('kim'), 'hex'))
      .execute();
    await sql`select setval('consent_feed', 1, false)`.execute(db);
    await say('lou', 'ATTRIBUTION', false);
    await heard('lou', 'ATTRIBUTION', false);
    expect(await consentingAtCommerce(commerce.database.db, [keyOf('kim')], 'PERSONALIZATION')).toEqual(
      new Set([keyOf('kim')]),
    );
  });

  test('who withdraws attribution denies it in all that is told of them from then on, whatever the event says', async () => {
    const granted = { consent: 'GRANTED', personKey: keyOf('eve') };
    const before = paidSent({ eventId: 'before', ...granted });
    expect((await commerce.record(before)).results[0]?.uncounted).toBeNull();
    await say('eve', 'ATTRIBUTION', false);
    await heard('eve', 'ATTRIBUTION', false);
    const after = paidSent({ eventId: 'after', ...granted });
    expect((await commerce.record(after)).results[0]).toMatchObject({
      outcome: 'ACCEPTED',
      uncounted: 'CONSENT_DENIED',
    });
    const [row] = await commerce.database.db
      .selectFrom('events')
      .select(['consent', 'person'])
      .where('event_id', '=', 'after')
      .execute();
    expect(row).toEqual({ consent: 'DENIED', person: null });
    expect((await commerce.record(before, after)).results.map(({ outcome }) => outcome)).toEqual([
      'DUPLICATE',
      'DUPLICATE',
    ]);
    await say('eve', 'ATTRIBUTION', true);
    await heard('eve', 'ATTRIBUTION', true);
    const again = await commerce.record(after, paidSent({ eventId: 'again', ...granted }));
    expect(again.results.map(({ outcome, uncounted }) => [outcome, uncounted])).toEqual([
      ['DUPLICATE', null],
      ['ACCEPTED', null],
    ]);
  });

  test('the decade of a person’s birth comes to commerce, goes when they withdraw attribution, and comes again; from where it was', async () => {
    const { db } = commerce.database;
    const [lea, max] = ['lea', 'max'].map(keyOf);
    const lines = [
      { personKey: lea, ageCohort: 'BORN_1990S' },
      { personKey: max, ageCohort: 'BORN_1980S' },
      { personKey: lea, ageCohort: 'BORN_SINCE_2000' },
    ];
    const given = Readable.from(lines.map((line) => JSON.stringify(line)));
    expect(await takeAgeCohorts(content().db, given)).toBe(3);
    const known = async () => {
      const rows = await db.selectFrom('age_cohorts').selectAll().execute();
      return rows.map(({ person, age_cohort }) => [Buffer.from(person).toString('hex'), age_cohort]).sort();
    };
    const both = [
      [lea, 'BORN_SINCE_2000'],
      [max, 'BORN_1980S'],
    ].sort();
    await expect.poll(known).toEqual(both);
    const position = await followedCohorts(db);
    await say('lea', 'ATTRIBUTION', false);
    await expect.poll(known).toEqual([[max, 'BORN_1980S']]);
    // Another process that had read an older page brings nothing back.
    await applyCohortChanges(db, [{ position, person: lea ?? '', ageCohort: 'BORN_SINCE_2000' }]);
    expect(await known()).toEqual([[max, 'BORN_1980S']]);
    await say('lea', 'ATTRIBUTION', true);
    await expect.poll(known).toEqual(both);
    expect(await followedCohorts(db)).toBeGreaterThan(position);
  });

  test('a line that is no person with a cohort is named, and those before it are kept', async () => {
    const given = Readable.from([JSON.stringify({ personKey: keyOf('moe'), ageCohort: 'YOUNG' })]);
    await expect(takeAgeCohorts(content().db, given)).rejects.toThrow('Line 1 is no person with a cohort.');
  });

  describe('what counted of who withdraws attribution', () => {
    const DAY_MS = 86_400_000;
    const figuresOf = async (range = '') => {
      const { data } = await commerce.ask(`{ shop(id: "shop_2") {
        conversion${range} { linkClicks shopVisits orders netSales { amount } }
        orders { nodes { platformOrderId total { amount } journey { withheld touches { stage } } } } } }`);
      return data.shop;
    };
    /** A person's tap, visit, read, search and order, all of them counted. */
    const live = async (viewer: string) => {
      const personKey = keyOf(viewer);
      const eventId = (name: string) => `${viewer}-${name}`;
      const sent = [
        {
          eventId: eventId('read'),
          stage: 'READ',
          occurredAt: '2025-05-07T11:00:00+08:00',
          personKey,
          sourceId: 'note_1',
        },
        tapSent({ eventId: eventId('tap'), personKey, productLinkId: 'link_21' }),
        visitSent({ eventId: eventId('visit'), personKey, shopId: 'shop_2' }),
        paidSent({ eventId: eventId('paid'), personKey, link: 'link_21' }),
      ];
      const { results } = await commerce.record(...sent);
      expect(results.map(({ outcome, uncounted }) => [outcome, uncounted])).toEqual(sent.map(() => ['ACCEPTED', null]));
    };
    const nothing = { linkClicks: 0, shopVisits: 0, orders: 0, netSales: { amount: '0.00' } };

    beforeEach(() => forgetEvents(commerce.database));

    test('is in no figure any more, also for who listens, while the order stays the seller’s; a rebuild says the same', async () => {
      commerce.now = new Date('2025-05-07T04:00:00.000Z');
      await live('fay');
      expect((await figuresOf()).conversion).toMatchObject({ linkClicks: 1, shopVisits: 1, orders: 1 });
      const asked = 'subscription { shopConversionUpdated(shopId: "shop_2") { conversion { orders } } }';
      const hearing = hearAs(commerce.url, EVERYBODY, asked);
      const told = (orders: number) => ({ shopConversionUpdated: { conversion: { orders } } });
      expect((await hearing.next()).value).toEqual(told(1));
      await say('fay', 'ATTRIBUTION', false);
      await expect.poll(async () => (await hearing.next()).value).toEqual(told(0));
      await hearing.return(undefined);
      await expect.poll(async () => (await figuresOf()).conversion).toEqual(nothing);
      expect((await figuresOf()).orders.nodes).toEqual([
        {
          platformOrderId: 'T-fay-paid',
          total: { amount: '129.00' },
          journey: { withheld: 'NO_CONSENT', touches: [] },
        },
      ]);
      const { data } = await commerce.ask('{ conversions { nodes { eventId state version note { id } } } }');
      expect(
        data.conversions.nodes.map(({ state, version, note }: Record<string, unknown>) => [state, version, note]),
      ).toEqual(Array(3).fill(['RESTATED', 2, null]));
      for (const table of ['clicks', 'outcomes', 'reads'] as const) {
        const held = await commerce.database.db.selectFrom(table).selectAll().where('retired_at', 'is', null).execute();
        expect(held.filter(({ person }) => person !== null)).toEqual([]);
      }
      const figures = await readFigures(commerce.database.db);
      await rebuild(commerce.database.db);
      expect(await readFigures(commerce.database.db)).toEqual(figures);
    });

    test('is taken from what was FINAL on the day on which it is withdrawn', async () => {
      commerce.now = new Date('2025-05-07T04:00:00.000Z');
      await live('gus');
      commerce.now = new Date(commerce.now.getTime() + 60 * DAY_MS);
      await say('gus', 'ATTRIBUTION', false);
      await expect.poll(async () => (await figuresOf()).conversion).toEqual(nothing);
      const then = await figuresOf('(range: { from: "2025-05-07", to: "2025-05-07" })');
      expect(then.conversion).toMatchObject({ linkClicks: 1, orders: 1 });
      const now = await figuresOf('(range: { from: "2025-07-06", to: "2025-07-06" })');
      expect(now.conversion).toMatchObject({ linkClicks: -1, orders: -1 });
    });

    test('is carried out once, and nobody else’s is touched', async () => {
      commerce.now = new Date('2025-05-07T04:00:00.000Z');
      await live('hal');
      await live('ida');
      await say('hal', 'ATTRIBUTION', false);
      await expect.poll(async () => (await figuresOf()).conversion.orders).toBe(1);
      await expect.poll(() => openWithdrawals(commerce.database.db, 10)).toEqual([]);
    });
  });
});
