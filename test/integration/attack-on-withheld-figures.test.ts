import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { closeFunnels } from '../../subgraphs/commerce/store/funnel/close-funnels.ts';
import { forgetDecided } from '../../subgraphs/commerce/store/funnel/decided-funnels.ts';
import { openCommerceDatabase } from '../../subgraphs/commerce/store/open.ts';
import type { CommerceTables } from '../../subgraphs/commerce/store/tables.ts';
import { addDays, dayOf } from '../../subgraphs/kit/calendar.ts';
import type { Database } from '../../subgraphs/kit/database.ts';
import { type Period, periodAt } from '../../subgraphs/kit/people/lattice.ts';
import { type TestClients, testClients } from '../kit/clients.ts';
import { personOf } from '../kit/commerce/market.ts';
import { startSystemOnPostgres } from '../kit/test-system.ts';

/** A merchant who asks the gateway for all that is told of its shop, knows who lies in what, and takes one figure from another. */

const LEAST = 50;
const MONTH_START = 8;
const SCOPES = 'shop:read,conversion:read,uplift:read,event:write';
const WINDOWS = ['HOURS_24', 'DAYS_7', 'DAYS_15', 'DAYS_30'] as const;
const GROUPINGS = [
  [],
  ...['NOTE', 'PRODUCT', 'AUTHOR', 'AGE_COHORT'].map((one) => [one]),
  ...['PRODUCT', 'AUTHOR', 'AGE_COHORT'].map((other) => ['NOTE', other]),
  ['PRODUCT', 'AGE_COHORT'],
  ['AUTHOR', 'AGE_COHORT'],
];
const STAGES = ['READ', 'LINK_CLICK', 'SHOP_VISIT'];
/** Long enough ago to have closed; the week lies in one month. */
const MONDAY = [70, 77]
  .map((ago) => periodAt('WEEK', addDays(dayOf(new Date()), -ago), MONTH_START).from)
  .find((monday) => monthOf(monday).from === monthOf(addDays(monday, 6)).from) as string;
const DAYS = Array.from({ length: 7 }, (_, day) => addDays(MONDAY, day));
const PERIODS = [...DAYS, MONDAY].map((from, place) => periodAt(place < 7 ? 'DAY' : 'WEEK', from, MONTH_START));

function monthOf(day: string): Period {
  return periodAt('MONTH', day, MONTH_START);
}

interface LinkingNote {
  readonly id: string;
  readonly author: { readonly id: string };
  readonly productLinks: {
    readonly nodes: readonly { readonly id: string; readonly product: { id: string; shop: { id: string } } }[];
  };
}

interface Subjects {
  readonly shop: string;
  readonly product: string;
  /** Both link to the product, and to no other of the shop. */
  readonly notes: readonly [LinkingNote, LinkingNote];
}

/** What one person did on a day. */
interface Deed {
  readonly stage: string;
  readonly person: number;
  readonly day: number;
  readonly hour: number;
  readonly note: 0 | 1;
  /** In which windows it is credited. */
  readonly windows: readonly string[];
}

const numbers = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index);
const did = (stage: string, persons: readonly number[], more: Pick<Deed, 'day' | 'hour'> & Partial<Deed>): Deed[] =>
  persons.map((person) => ({ stage, person, note: 0, windows: WINDOWS, ...more }));

/** Groups of 100 and more of whom few are in one alone: by the day, by the note of a product, by the window, by age. */
const DEEDS = [
  ...did('READ', numbers(0, 100), { day: 0, hour: 9 }),
  ...did('READ', numbers(100, 120), { day: 1, hour: 9 }),
  ...did('READ', numbers(100, 140), { day: 2, hour: 9, note: 1 }),
  ...did('LINK_CLICK', numbers(0, 120), { day: 2, hour: 10 }),
  ...did('SHOP_VISIT', numbers(0, 80), { day: 2, hour: 11 }),
  ...did('SHOP_VISIT', numbers(80, 110), { day: 5, hour: 11, windows: WINDOWS.slice(1) }),
];
const ageOf = (person: number) => (person % 4 === 0 ? 'BORN_1980S' : 'BORN_1990S');

/** A figure that was told, and who stands behind it. */
interface Told {
  readonly name: string;
  readonly stage: string;
  readonly people: number;
  readonly members: ReadonlySet<number>;
}

interface Step {
  readonly stage: string;
  readonly people: string | null;
}

interface Row {
  readonly note: { readonly id: string } | null;
  readonly ageCohort: string | null;
  readonly funnel: { readonly steps: readonly Step[] };
}

interface Report {
  readonly rows: readonly Row[];
  readonly totals: { readonly steps: readonly Step[] };
}

const postgresUrl = inject('postgresUrl');

describe.skipIf(postgresUrl === null)('what is withheld of people, asked for through the gateway', () => {
  let system: Awaited<ReturnType<typeof startSystemOnPostgres>>;
  let clients: TestClients;
  let commerce: Database<CommerceTables>;
  let subjects: Subjects;
  const keys = new Map<string, string>();

  beforeAll(async () => {
    clients = await testClients();
    const add = async (name: string, rows: string) =>
      void keys.set(name, (await clients.add(name, { scopes: SCOPES, rows })).key);
    await add('content', 'own_shop=*,own_author=*,own_platform=platform_xiaohongshu');
    await add('market', 'own_platform=platform_taobao+platform_tmall');
    system = await startSystemOnPostgres(postgresUrl ?? '', { GATEWAY_KEYS: clients.file });
    commerce = await openCommerceDatabase({ url: system.commerceDatabase });
    subjects = await choose();
    await add('merchant', `own_shop=${subjects.shop}`);
    await add('neighbour', 'own_shop=shop_of_nobody');
    while ((await ask('neighbour', '{ __typename }')).errors !== undefined) await new Promise(setImmediate);
    for (const person of numbers(0, 140))
      await sql`insert into age_cohorts (person, age_cohort) values (decode(${personOf(person)}, 'hex'), ${ageOf(person)})`.execute(
        commerce.db,
      );
    await record('content', DEEDS.filter(({ stage }) => stage !== 'SHOP_VISIT').map(sentOf));
    await record('market', DEEDS.filter(({ stage }) => stage === 'SHOP_VISIT').map(sentOf));
    // The merchant reads its own note as 60 persons whom it invents, on a day on which nobody else did.
    const invented = did('READ', numbers(1_000, 1_060), { day: 6, hour: 9 });
    await record('merchant', invented.map(sentOf));
    await forgetDecided(commerce.db);
    await decide();
  });
  afterAll(async () => {
    await commerce.close();
    await system[Symbol.asyncDispose]();
    await clients[Symbol.asyncDispose]();
  });

  async function ask(caller: string, query: string, variables: object = {}) {
    const response = await fetch(`${system.urls.gateway}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-api-key': keys.get(caller) ?? '' },
      body: JSON.stringify({ query, variables }),
    });
    // biome-ignore lint/suspicious/noExplicitAny: what a test asks for it knows the shape of
    return (await response.json()) as { data: any; errors?: { extensions: { code: string } }[] };
  }

  /** A product with two notes of different authors, each of which links to no other product of the shop. */
  async function choose(): Promise<Subjects> {
    const { data } = await ask(
      'content',
      `{ products(first: 100) { nodes { id shop { id } notes(first: 5) { nodes {
        id author { id } productLinks { nodes { id product { id shop { id } } } } } } } } }`,
    );
    for (const { id: product, shop, notes } of data.products.nodes) {
      const [one, ...more] = (notes.nodes as LinkingNote[]).filter(
        ({ productLinks }) => productLinks.nodes.filter((link) => link.product.shop.id === shop.id).length === 1,
      );
      const other = more.find(({ author }) => author.id !== one?.author.id);
      if (one && other) return { shop: shop.id, product, notes: [one, other] };
    }
    throw new Error('The world has no such product.');
  }

  function sentOf({ stage, person, day, hour, note }: Deed, index: number) {
    const { shop, product, notes } = subjects;
    const link = notes[note].productLinks.nodes.find((each) => each.product.id === product);
    return {
      stage,
      eventId: `${stage}-${person}-${day}-${index}`,
      personKey: personOf(person),
      occurredAt: `${DAYS[day]}T${String(hour).padStart(2, '0')}:00:00+08:00`,
      ...(stage === 'READ' && { sourceId: notes[note].id }),
      ...(stage === 'LINK_CLICK' && { productLinkId: link?.id }),
      ...(stage === 'SHOP_VISIT' && { shopId: shop }),
    };
  }

  async function record(caller: string, events: readonly object[]): Promise<void> {
    const { data } = await ask(
      caller,
      'mutation($events: [EventInput!]!) { eventsRecord(input: { events: $events }) { accepted } }',
      { events },
    );
    expect(data.eventsRecord.accepted).toBe(events.length);
  }

  const decide = () =>
    closeFunnels(commerce.db, {
      now: new Date(),
      leastPeople: LEAST,
      monthStart: MONTH_START,
      eventPlatform: 'platform_taobao',
    });

  /** All funnels of a period in a window, by grouping. */
  async function funnels(caller: string, { from, to }: Period, window: string): Promise<Report[]> {
    const fields = GROUPINGS.map(
      (groupBy, place) =>
        `f${place}: funnel(range: { from: "${from}", to: "${to}" }, groupBy: [${groupBy}], window: ${window}, first: 50) { ...R }`,
    );
    const { data, errors } = await ask(
      caller,
      `{ shop(id: "${subjects.shop}") { ${fields.join(' ')} } }
      fragment R on FunnelReport { totals { steps { stage people } } rows { note { id } ageCohort funnel { steps { stage people } } } }`,
    );
    expect(errors).toBeUndefined();
    return GROUPINGS.map((_, place) => data.shop[`f${place}`]);
  }

  /** Everything that the merchant may read, each figure with who stands behind it. */
  async function readAll(): Promise<Told[]> {
    const asked = PERIODS.flatMap((period) => WINDOWS.map((window) => ({ period, window })));
    const all = await Promise.all(
      asked.map(async ({ period, window }) => {
        const reports = await funnels('merchant', period, window);
        return reports.flatMap(({ rows, totals }, place) => {
          const cells = place === 0 ? [{ note: null, ageCohort: null, funnel: totals }] : rows;
          const groupBy = GROUPINGS[place] ?? [];
          return cells.flatMap((row) => toldIn(row, groupBy, period, window));
        });
      }),
    );
    return all.flat();
  }

  function toldIn(row: Row, groupBy: readonly string[], period: Period, window: string): Told[] {
    const { notes } = subjects;
    // A row by author or product names it; that of the note's author is known by the note alone where both are asked for.
    const isOf = ({ note, person }: Deed) =>
      (!groupBy.includes('NOTE') || notes[note].id === row.note?.id) &&
      (!groupBy.includes('AGE_COHORT') || ageOf(person) === row.ageCohort);
    if (groupBy.includes('AUTHOR') && !groupBy.includes('NOTE')) return [];
    return row.funnel.steps.flatMap(({ stage, people }) => {
      if (people === null || !STAGES.includes(stage)) return [];
      const own = DEEDS.filter((deed) => {
        const day = DAYS[deed.day] ?? '';
        return (
          deed.stage === stage && deed.windows.includes(window) && period.from <= day && day <= period.to && isOf(deed)
        );
      });
      const name = `${period.kind} ${period.from} ${groupBy} ${row.note?.id} ${row.ageCohort} ${window}`;
      return [{ name, stage, people: Number(people), members: new Set(own.map(({ person }) => person)) }];
    });
  }

  test('is told of no group below the threshold, and rounded of the others', async () => {
    const told = await readAll();
    for (const { name, people, members } of told)
      expect([name, people]).toEqual([name, Math.floor((members.size + 5) / 10) * 10]);
    expect(told.filter(({ members }) => members.size < LEAST)).toEqual([]);
    expect(told.length).toBeGreaterThan(50);
  });

  test('can’t be worked out from what is told of groups that lie in each other, by day, group, age and window', async () => {
    const told = await readAll();
    for (const larger of told) {
      for (const smaller of told) {
        if (larger.stage !== smaller.stage || !smaller.members.isSubsetOf(larger.members)) continue;
        // A figure is off by 5 at most to the one side, and by 4 to the other.
        const [fewest, most] = [larger.people - 5 - (smaller.people + 4), larger.people + 4 - (smaller.people - 5)];
        expect([larger.name, smaller.name, fewest > 0 && most < LEAST]).toEqual([larger.name, smaller.name, false]);
      }
    }
  });

  test('is no more known by an event more, whoever sends it', async () => {
    const before = await readAll();
    await record('content', did('READ', [141], { day: 0, hour: 20 }).map(sentOf));
    await record('merchant', did('READ', [1_100], { day: 0, hour: 20 }).map(sentOf));
    await decide();
    expect(await readAll()).toEqual(before);
  });

  test('is refused over any other range, by its code', async () => {
    const moved = [
      [MONDAY, addDays(MONDAY, 5)],
      [addDays(MONDAY, 1), addDays(MONDAY, 7)],
      [monthOf(MONDAY).from, addDays(monthOf(MONDAY).to, 1)],
      [addDays(monthOf(MONDAY).from, -1), monthOf(MONDAY).to],
    ];
    const own = `shop(id: "${subjects.shop}")`;
    for (const [from, to] of moved) {
      const range = `range: { from: "${from}", to: "${to}" }`;
      for (const field of [
        `${own} { funnel(${range}) { withheldRows } }`,
        `${own} { audience(${range}) { cohorts { people } } }`,
        `${own} { repurchase(${range}) { buyers } }`,
        `${own} { incrementality(${range}) { rows { orders } } }`,
        `upliftReport(${range}, basis: YEAR_OVER_YEAR, shopId: "${subjects.shop}") { rows { people } }`,
      ])
        expect((await ask('merchant', `{ ${field} }`)).errors?.map(({ extensions }) => extensions.code)).toEqual([
          'RANGE_NO_PERIOD',
        ]);
    }
  });

  test('is no neighbour’s, under whatever name, and nobody’s by the way that gateways ask', async () => {
    const range = `range: { from: "${MONDAY}", to: "${addDays(MONDAY, 6)}" }`;
    const aliased = `{ mine: shop(id: "${subjects.shop}") { ...F } product(id: "${subjects.product}") { shop { ...F } } }
      fragment F on Shop { id name: funnel(${range}) { totals { steps { people } } } }`;
    const { data, errors } = await ask('neighbour', aliased);
    expect([data.mine.name, data.product.shop.name]).toEqual([null, null]);
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['ROW_FORBIDDEN', 'ROW_FORBIDDEN']);
    const entities = `{ _entities(representations: [{ __typename: "Shop", id: "${subjects.shop}" }]) { __typename } }`;
    expect((await ask('merchant', entities)).errors?.[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    const direct = await fetch(`${system.urls.commerce}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: entities }),
    });
    expect(direct.status).toBe(401);
  });
});
