import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays } from '../../subgraphs/kit/calendar.ts';
import { type AttackedShop, type Caller, LEAST, startAttackedShop } from '../kit/attack/attacked-shop.ts';
import { imaginableKinds } from '../kit/attack/imaginable-kinds.ts';
import { LinearBounds } from '../kit/attack/linear-bounds.ts';
import { cellsOf, eventsOf, KINDS, MONDAY, REPORTS, reads } from '../kit/attack/people.ts';
import { readTold } from '../kit/attack/read-told.ts';
import { describeOnDatabases } from '../kit/databases.ts';
import { wsClient } from '../kit/live.ts';

/** A merchant who asks the gateway for all that is told of its shop, knows who may lie in what, and draws every conclusion from it. */

/** A withheld group has at least so many sizes more than one that agree with all that is told: two figures that are taken from each other leave 18. */
const LEAST_WIDTH = 15;
/** How far what is told may lie from what it is: rounded half up to 10. */
const [BELOW, ABOVE] = [5, 4];
const PARTS = { accept: 'multipart/mixed;deferSpec=20220824, application/json' };
const WEEK = `range: { from: "${MONDAY}", to: "2025-05-18" }`;

/** The places of those kinds in which a cell's people are, by the cell. */
function kindsIn(kinds: readonly ReadonlySet<string>[]): Map<string, number[]> {
  const found = new Map<string, number[]>();
  kinds.forEach((cells, place) => {
    for (const cell of cells) found.set(cell, [...(found.get(cell) ?? []), place]);
  });
  return found;
}

/** Those that there are, and those that there may be for all that one knows who asks. */
const REAL = kindsIn(KINDS.map(cellsOf));
const IMAGINABLE = imaginableKinds(KINDS);
const PLACES = kindsIn(IMAGINABLE);
const placesOf = (cell: string) => PLACES.get(cell) ?? [];
const sizeOf = (cell: string) => (REAL.get(cell) ?? []).reduce((sum, kind) => sum + (KINDS[kind]?.count ?? 0), 0);
const small = [...REAL.keys()].filter((cell) => sizeOf(cell) < LEAST);

/** Its step of the way; who buys again is among those who buy, led or not, and no other step’s people are among another’s by necessity. */
function stepOf(cell: string): string {
  const stage = /\|(\w+)/.exec(cell)?.[1] ?? '';
  return ['REPURCHASE', ...REPORTS].includes(stage) ? 'ORDER_PAID' : stage;
}

/** How few and how many persons may stand behind what is told; that it is nobody is told as it is. */
function boundsOf(people: number) {
  if (people === 0) return { least: 0, most: 0 };
  return { least: people - BELOW, most: people + ABOVE };
}

/** The same groups once each, whatever cells they are. */
function distinctGroups(cells: Iterable<string>): { readonly cell: string; readonly of: readonly number[] }[] {
  return [...Map.groupBy(cells, (cell) => `${placesOf(cell)}`).values()].flatMap(([cell]) =>
    cell === undefined ? [] : [{ cell, of: placesOf(cell) }],
  );
}

describeOnDatabases('what is withheld of people, asked for through the gateway,', (fresh) => {
  let shop: AttackedShop;
  let told: ReadonlyMap<string, number>;

  beforeAll(async () => {
    shop = await startAttackedShop(await fresh());
    await shop.tellAges(KINDS);
    const events = eventsOf(KINDS, 'real');
    const isLed = ({ stage }: { stage: string }) => stage === 'READ' || stage === 'LINK_CLICK';
    await shop.record('content', events.filter(isLed));
    await shop.record(
      'marketplace',
      events.filter((event) => !isLed(event)),
    );
    // Sixty persons whom the merchant invents read a note on a day on which nobody else did.
    await shop.record(
      'merchant',
      eventsOf([{ count: 60, age: 'BORN_1980S', deeds: [reads('link_11', 6)] }], 'more', 1_000),
    );
    await shop.decide();
    told = await readTold((query) => askAs('merchant', query));
  });
  afterAll(() => shop[Symbol.asyncDispose]());

  async function askAs(caller: Caller, query: string) {
    const { data, codes } = await shop.ask(caller, query);
    expect(codes).toEqual([]);
    return data;
  }

  test('is told of no group below the threshold, and rounded of the others', () => {
    for (const [cell, people] of told) {
      const size = sizeOf(cell);
      expect([cell, people, size >= LEAST || size === 0]).toEqual([cell, Math.floor((size + 5) / 10) * 10, true]);
    }
    expect([told.size > 300, small.length > 300]).toEqual([true, true]);
  });

  test('is told of who bought where no note led anybody, or many, but not of the day on which it led all but few', () => {
    const days = [3, 4, 5].map((day) => `DAY ${addDays(MONDAY, day)}`);
    const buyers = [...days, `WEEK ${MONDAY}`].map((period) => told.get(`${period}|BUYERS|`));
    expect(buyers).toEqual([undefined, 120, undefined, 280]);
  });

  test('can’t be worked out by taking a group from one in which it lies, whatever they are groups of', () => {
    const groups = distinctGroups(told.keys()).map(({ cell, of }) => ({
      cell,
      step: stepOf(cell),
      of: new Set(of),
      ...boundsOf(told.get(cell) ?? 0),
    }));
    for (const larger of groups) {
      for (const smaller of groups) {
        if (larger.step !== smaller.step || smaller === larger || !smaller.of.isSubsetOf(larger.of)) continue;
        const isFound = larger.least > smaller.most && larger.most - smaller.least < LEAST;
        expect([larger.cell, smaller.cell, isFound]).toEqual([larger.cell, smaller.cell, false]);
      }
    }
  });

  test('can’t be worked out by adding two groups that are all of a third, as who is in both', () => {
    const groups = [...told].map(([cell, people]) => {
      const kinds = (REAL.get(cell) ?? []).reduce((bits, kind) => bits | (1 << kind), 0);
      return { cell, step: stepOf(cell), kinds, ...boundsOf(people) };
    });
    const byKinds = [...Map.groupBy(groups, ({ step, kinds }) => `${step} ${kinds}`).values()].flatMap(
      ([one]) => one ?? [],
    );
    let made = 0;
    for (const { step, ...whole } of byKinds) {
      const parts = byKinds.filter(
        (part) => part.step === step && part.kinds !== whole.kinds && (part.kinds & ~whole.kinds) === 0,
      );
      for (const [place, one] of parts.entries()) {
        for (const other of parts.slice(place + 1)) {
          if ((one.kinds | other.kinds) !== whole.kinds) continue;
          made += 1;
          const isFound = one.least + other.least > whole.most && one.most + other.most - whole.least < LEAST;
          expect([whole.cell, one.cell, other.cell, isFound]).toEqual([whole.cell, one.cell, other.cell, false]);
        }
      }
    }
    expect(made).toBeGreaterThan(0);
  });

  test('is told alike by the models that share credit, and by whatever door one asks', async () => {
    const steps = 'totals { steps { stage people } } rows { ageCohort funnel { steps { stage people } } }';
    const funnel = (model: string) => `funnel(${WEEK}, groupBy: [AGE_COHORT], model: ${model}) { ${steps} }`;
    const { shop: own } = await askAs(
      'merchant',
      `{ shop(id: "shop_1") { linear: ${funnel('LINEAR')} decay: ${funnel('TIME_DECAY')} position: ${funnel('POSITION_BASED')} last: ${funnel('LAST_CLICK')} } }`,
    );
    expect([own.decay, own.position]).toEqual([own.linear, own.linear]);
    const whole = `shop(id: "shop_1") { ... @defer { ${funnel('LAST_CLICK')} } }`;
    const inParts = await shop.send('merchant', '/graphql', { query: `{ ${whole} }` }, PARTS);
    expect(inParts).toContain(JSON.stringify({ funnel: own.last }).slice(1, -1));
    const client = wsClient(shop.url, { connectionParams: { 'x-api-key': shop.headersOf('merchant')['x-api-key'] } });
    const live = `subscription { shopConversionUpdated(shopId: "shop_1") { ${funnel('LAST_CLICK')} } }`;
    const { value } = await client.iterate({ query: live }).next();
    await client.dispose();
    expect(value).toEqual({ data: { shopConversionUpdated: { funnel: own.last } } });
    const variables = { shopId: 'shop_1', range: { from: MONDAY, to: '2025-05-18' } };
    const { data } = JSON.parse(await shop.send('merchant', '/op/ShopDashboard', variables));
    const peopleOf = ({ totals }: typeof own.last) => totals.steps.map(({ people }: { people: string }) => people);
    expect(peopleOf(data.shop.whole)).toEqual(peopleOf(own.last));
  });

  test('is no more known by an event more, whoever sends it', async () => {
    const one = [{ count: 1, age: 'BORN_1980S', deeds: [reads('link_11', 0)] }] as const;
    await shop.record('content', eventsOf(one, 'late', 900));
    await shop.record('merchant', eventsOf(one, 'late', 1_100));
    await shop.decide();
    expect(await readTold((query) => askAs('merchant', query))).toEqual(told);
  });

  test('is refused over any other range, by its code', async () => {
    const ranges = [
      [MONDAY, '2025-05-17'],
      ['2025-05-13', '2025-05-19'],
      ['2025-05-08', '2025-06-08'],
      ['2025-05-07', '2025-06-07'],
    ];
    const fields = ranges.flatMap(([from, to], place) => {
      const range = `range: { from: "${from}", to: "${to}" }`;
      return [
        `f${place}: funnel(${range}) { withheldRows }`,
        `a${place}: audience(${range}) { cohorts { people } }`,
        `r${place}: repurchase(${range}) { buyers }`,
        `i${place}: incrementality(${range}) { rows { orders } }`,
      ];
    });
    const uplift = ranges.map(
      ([from, to], place) =>
        `u${place}: upliftReport(range: { from: "${from}", to: "${to}" }, basis: YEAR_OVER_YEAR, shopId: "shop_1") { rows { people } }`,
    );
    const { codes } = await shop.ask('merchant', `{ shop(id: "shop_1") { ${fields.join(' ')} } ${uplift.join(' ')} }`);
    expect(codes).toEqual(Array(20).fill('RANGE_NO_PERIOD'));
  });

  test('is no neighbour’s, no author’s and no agency’s whose account is not active, under whatever name and by whatever door', async () => {
    const fields = `funnel(${WEEK}) { totals { steps { people } } } audience(${WEEK}) { cohorts { people } } repurchase(${WEEK}) { buyers } incrementality(${WEEK}) { rows { exposedPeople } }`;
    const aliased = `{ mine: shop(id: "shop_1") { ...F } product(id: "product_11") { shop { ...F } } }
      fragment F on Shop { ${fields.replaceAll(/(\w+)\(/g, 'id_$1: $1(')} }`;
    const nothing = { id_funnel: null, id_audience: null, id_repurchase: null, id_incrementality: null };
    const refusals = [
      ['neighbour', 'ROW_FORBIDDEN'],
      ['agency', 'ROW_FORBIDDEN'],
      ['author', 'FIELD_FORBIDDEN'],
    ] as const;
    for (const [caller, code] of refusals) {
      expect(await shop.ask(caller, aliased)).toEqual({
        data: { mine: nothing, product: { shop: nothing } },
        codes: Array(8).fill(code),
      });
      const inParts = await shop.send(
        caller,
        '/graphql',
        { query: `{ shop(id: "shop_1") { ... @defer { ${fields} } } }` },
        PARTS,
      );
      expect([inParts.split(`"${code}"`).length, inParts.includes('"people"')]).toEqual([5, false]);
    }
    const entities = '{ _entities(representations: [{ __typename: "Shop", id: "shop_1" }]) { __typename } }';
    expect((await shop.ask('merchant', entities)).codes).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    const direct = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: entities }),
    };
    expect((await fetch(`${shop.commerce.url}/graphql`, direct)).status).toBe(401);
  });

  // The last one: while it reckons, the gateway in this process hears nobody, and turns callers away after it.
  test('may be of many sizes, however all that is told is put together', () => {
    const everybody = { of: [...IMAGINABLE.keys()], least: 0, most: 2_000 };
    const known = distinctGroups(told.keys()).map(({ cell, of }) => ({ of, ...boundsOf(told.get(cell) ?? 0) }));
    const bounds = new LinearBounds(IMAGINABLE.length, [everybody, ...known]);
    const groups = distinctGroups(small).map((group) => ({ ...group, least: Infinity, most: -Infinity }));
    const goTo = (of: readonly number[], sign: 1 | -1) => {
      bounds.goTo(of, sign);
      for (const group of groups) {
        const size = bounds.sumOf(group.of);
        group.least = Math.min(group.least, size);
        group.most = Math.max(group.most, size);
      }
    };
    const inAny = [...new Set(groups.flatMap(({ of }) => of))];
    for (const sign of [1, -1] as const) goTo(inAny, sign);
    for (const group of groups) {
      for (const sign of [1, -1] as const) if (group.most - group.least < LEAST_WIDTH) goTo(group.of, sign);
      expect([group.cell, group.most - group.least >= LEAST_WIDTH]).toEqual([group.cell, true]);
    }
    expect(groups.length).toBeGreaterThan(100);
  });
});
