import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AttributionWindow } from '../../../../../subgraphs/commerce/conversions/attribution/windows.ts';
import type { DecidedCell } from '../../../../../subgraphs/commerce/funnel/decide-cells.ts';
import { type DecidedPeriod, decideShop } from '../../../../../subgraphs/commerce/funnel/decide-shop.ts';
import {
  coarsenings,
  type Dimension,
  GROUPINGS,
  groupingName,
} from '../../../../../subgraphs/commerce/funnel/dimensions.ts';
import type { FunnelFact } from '../../../../../subgraphs/commerce/funnel/funnel-fact.ts';
import { FunnelGroups, type FunnelPart } from '../../../../../subgraphs/commerce/funnel/funnel-groups.ts';
import { GroupKeys } from '../../../../../subgraphs/commerce/funnel/group-keys.ts';
import { keptOf } from '../../../../../subgraphs/commerce/funnel/kept-funnels.ts';
import {
  ALL_VARIANTS,
  MEASURES_OF_STEPS,
  measureOf,
  SALES,
  STEPS,
  variantOf,
  windowIndex,
} from '../../../../../subgraphs/commerce/funnel/measures.ts';
import { addDays } from '../../../../../subgraphs/kit/calendar.ts';
import { PERIOD_KINDS, periodAt } from '../../../../../subgraphs/kit/people/lattice.ts';

/** A world takes long to be made smaller: its seed says enough. */
const RUNS = { numRuns: 12, endOnFailure: true };
const LEAST = 6;
/** What is told is a multiple of this. */
const STEP = 6;
const MONTH_START = 8;
const FIRST_DAY = '2025-04-28';
const PEOPLE = 40;
const COHORTS = ['BORN_1980S', 'BORN_1990S', 'BORN_SINCE_2000'];
const NOTES = ['note_1', 'note_2', 'note_3', 'note_4'];
const PRODUCTS = ['product_1', 'product_2', 'product_3'];
const follow = (dimension: Dimension, key: string) =>
  dimension === 'NOTE' ? `author_${(NOTES.indexOf(key) % 2) + 1}` : key === 'product_1' ? 'BEAUTY' : 'SPORTS';

interface Deed {
  person: number;
  day: number;
  step: number;
  touches: { note: number; product: number; boosted: boolean; variants: number }[];
}

/** What one person did: most read one note of few, so that groups of all sizes come about. */
const deeds: fc.Arbitrary<Deed> = fc.record({
  person: fc.nat(PEOPLE - 1),
  day: fc.oneof({ weight: 3, arbitrary: fc.nat(2) }, fc.nat(12)),
  step: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(STEPS.length - 1)),
  touches: fc.array(
    fc.record({
      note: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.nat(NOTES.length - 1)),
      product: fc.nat(PRODUCTS.length - 1),
      boosted: fc.boolean(),
      variants: fc.integer({ min: 1, max: ALL_VARIANTS }),
    }),
    { minLength: 1, maxLength: 2 },
  ),
});

const KEYS = new GroupKeys();

function factOf({ person, day, step, touches }: Deed): FunnelFact {
  const parts = touches.slice(0, step < 2 ? 1 : 2).map(({ note, product, boosted, variants }): FunnelPart => {
    const [noteId, productId] = [NOTES[note] ?? '', PRODUCTS[product] ?? ''];
    const own = {
      NOTE: [noteId],
      PRODUCT: [productId],
      AUTHOR: [follow('NOTE', noteId)],
      INDUSTRY: [follow('PRODUCT', productId)],
      PLATFORM: ['platform_xiaohongshu'],
      CAMPAIGN: boosted ? ['campaign_1'] : [],
      AGE_COHORT: person < 0 ? [] : [COHORTS[person % 7 === 0 ? 2 : person % 2] ?? ''],
    };
    return {
      groups: new FunnelGroups(own, KEYS),
      variants: step < 2 ? ALL_VARIANTS : variants,
      sales: step < 4 ? null : new Array(SALES).fill(100),
    };
  });
  return { person, day: addDays(FIRST_DAY, day), step, parts };
}

const worlds = fc.array(deeds, { minLength: 20, maxLength: 160 }).map((all) => all.map(factOf));

function decide(facts: readonly FunnelFact[]): DecidedPeriod[] {
  const hashes = { high: new Uint32Array(PEOPLE), low: new Uint32Array(PEOPLE) };
  const sorted = facts.toSorted((a, b) => a.person - b.person);
  const periods = PERIOD_KINDS.flatMap((kind) => {
    const all = sorted.map(({ day }) => periodAt(kind, day, MONTH_START));
    return [...new Map(all.map((period) => [period.from, { ...period, before: false }])).values()];
  });
  return decideShop({ facts: sorted, hashes, least: LEAST, follow, periods, toldBefore: () => undefined });
}

const membersOf = (cell: DecidedCell, measure: number) => new Set(cell.people.get(measure)?.members ?? []);
const isSmall = (group: ReadonlySet<number>) => group.size > 0 && group.size < LEAST;
const measures = MEASURES_OF_STEPS.flat();
/** The measures of each step, but that who buys again is among those who buy. */
const APART = [...MEASURES_OF_STEPS.slice(0, 4), MEASURES_OF_STEPS.slice(4).flat()];

/** The cells that lie in a cell of a coarser grouping. */
function rowsIn(whole: DecidedCell, coarser: string, cells: DecidedPeriod['cells']['cells']) {
  return GROUPINGS.flatMap((grouping) => {
    const way = coarsenings(grouping).find((each) => groupingName(each.grouping) === coarser);
    if (!way) return [];
    const own = (cells.get(groupingName(grouping)) ?? []).filter((cell) =>
      way.from.every(({ index, follows }, place) => {
        const [dimension, key = ''] = [grouping[index], cell.keys[index]];
        return (follows && dimension ? follow(dimension, key) : key) === whole.keys[place];
      }),
    );
    return [own];
  });
}

/** The groups of which a period tells in some measures. */
function groupsIn({ cells }: DecidedPeriod, steps: readonly number[]): Set<number>[] {
  return [...cells.cells.values()]
    .flat()
    .flatMap((cell) => steps.filter((measure) => cell.told.has(measure)).map((measure) => membersOf(cell, measure)));
}

/** Who is in a group that a period tells of and not in one of its rows that it tells of. */
function restsIn({ cells }: DecidedPeriod, steps: readonly number[]): Set<number>[] {
  const rests = [...cells.cells].flatMap(([coarser, wholes]) =>
    wholes.flatMap((whole) =>
      rowsIn(whole, coarser, cells.cells).flatMap((rows) =>
        rows.flatMap((row) =>
          steps
            .filter((measure) => whole.told.has(measure) && row.told.has(measure))
            .map((measure) => membersOf(whole, measure).difference(membersOf(row, measure))),
        ),
      ),
    ),
  );
  return rests.filter(({ size }) => size > 0);
}

describe('whoever takes what is told of people from what else is told of them', () => {
  test('finds no small group by itself: each that is told is large enough, and rounded', () => {
    fc.assert(
      fc.property(worlds, (facts) => {
        for (const decided of decide(facts)) {
          for (const cells of decided.cells.cells.values())
            for (const cell of cells)
              for (const measure of cell.told) expect(membersOf(cell, measure).size).toBeGreaterThanOrEqual(LEAST);
          const { period, rows } = keptOf('shop_1', decided, LEAST, follow);
          for (const { led, credited } of [period.totals, ...rows.map(({ figures }) => figures)])
            for (const [, people] of [...led, ...Object.values(credited).flat(2)])
              expect(people === null || (people >= LEAST && people % STEP === 0)).toBe(true);
        }
      }),
      RUNS,
    );
  });

  test('finds none between a whole and its rows, of any grouping and any two that divide each other', () => {
    fc.assert(
      fc.property(worlds, (facts) => {
        for (const { cells } of decide(facts)) {
          for (const [coarser, wholes] of cells.cells) {
            for (const whole of wholes) {
              for (const rows of rowsIn(whole, coarser, cells.cells)) {
                for (const measure of whole.told) {
                  const told = rows.filter((row) => row.told.has(measure));
                  if (told.length === 0) continue;
                  const union = told.reduce((all, row) => all.union(membersOf(row, measure)), new Set<number>());
                  expect(isSmall(membersOf(whole, measure).difference(union))).toBe(false);
                }
              }
            }
          }
        }
      }),
      RUNS,
    );
  });

  test('finds none between windows and models: of two groups, one of which lies in the other', () => {
    fc.assert(
      fc.property(worlds, (facts) => {
        for (const { cells } of decide(facts)) {
          for (const cell of [...cells.cells.values()].flat()) {
            for (const step of MEASURES_OF_STEPS) {
              const told = step.filter((measure) => cell.told.has(measure)).map((measure) => membersOf(cell, measure));
              for (const one of told)
                for (const other of told)
                  if (one.isSupersetOf(other)) expect(isSmall(one.difference(other))).toBe(false);
            }
          }
        }
      }),
      RUNS,
    );
  });

  test('finds none between any two groups of which one lies in the other, of whatever grouping, window and model', () => {
    fc.assert(
      fc.property(worlds, (facts) => {
        for (const { cells } of decide(facts)) {
          const all = [...cells.cells.values()].flat();
          for (const steps of APART) {
            const told = all.flatMap((cell) =>
              steps.filter((measure) => cell.told.has(measure)).map((measure) => membersOf(cell, measure)),
            );
            for (const one of told)
              for (const other of told)
                if (one.size > other.size && one.size < other.size + LEAST) expect(other.isSubsetOf(one)).toBe(false);
          }
        }
      }),
      RUNS,
    );
  });

  test('finds none by ages that are not told: who is left by those that are, in one window and in another', () => {
    fc.assert(
      fc.property(worlds, (facts) => {
        for (const { cells } of decide(facts)) {
          for (const [name, wholes] of cells.cells) {
            if (name.includes('AGE_COHORT') || name.includes(' ')) continue;
            for (const whole of wholes) {
              const ages = (cells.cells.get(name === '' ? 'AGE_COHORT' : `${name} AGE_COHORT`) ?? []).filter(
                ({ keys }) => keys.slice(0, -1).join() === whole.keys.join(),
              );
              for (const steps of APART) {
                const derived = steps
                  .filter((measure) => whole.told.has(measure))
                  .map((measure) => {
                    const told = ages.filter((cell) => cell.told.has(measure)).map((cell) => membersOf(cell, measure));
                    return told.reduce((rest, own) => rest.difference(own), membersOf(whole, measure));
                  });
                const shown = ages.flatMap((cell) =>
                  steps.filter((measure) => cell.told.has(measure)).map((measure) => membersOf(cell, measure)),
                );
                for (const rest of derived)
                  for (const other of [...derived, ...shown])
                    if (other.isSubsetOf(rest)) expect(isSmall(rest.difference(other)) && other.size > 0).toBe(false);
              }
            }
          }
        }
      }),
      RUNS,
    );
  });

  test('finds none of an age of which a longer window is not told, by taking the other ages from their whole', () => {
    const days15 = 1 << variantOf('LAST_CLICK', windowIndex('DAYS_15'));
    const days30 = 1 << variantOf('LAST_CLICK', windowIndex('DAYS_30'));
    // Of those born in the 1980s (even numbers) 7 came within 15 days and 2 after them, of the others 8 and 6.
    const facts = [
      ...[2, 4, 6, 8, 10, 12, 16, 1, 3, 5, 9, 11, 13, 15, 17].map((person) => ({ person, variants: days15 | days30 })),
      ...[18, 20, 19, 23, 25, 27, 29, 31].map((person) => ({ person, variants: days30 })),
    ].map(({ person, variants }) =>
      factOf({ person, day: 0, step: 2, touches: [{ note: 0, product: 0, boosted: false, variants }] }),
    );
    const told = (name: string, window: AttributionWindow) =>
      decide(facts)
        .filter(({ period }) => period.kind === 'DAY')
        .flatMap(({ cells }) => cells.cells.get(name) ?? [])
        .filter((cell) => cell.told.has(measureOf(2, variantOf('LAST_CLICK', windowIndex(window)))))
        .map(({ keys }) => keys.join());
    expect(told('', 'DAYS_30')).toEqual(['']);
    expect(told('AGE_COHORT', 'DAYS_15')).toEqual(['BORN_1980S', 'BORN_1990S']);
    expect(told('AGE_COHORT', 'DAYS_30')).toEqual([]);
  });

  test('finds none between a month, its weeks and its days', () => {
    fc.assert(
      fc.property(worlds, (facts) => {
        const periods = decide(facts);
        for (const longer of periods) {
          const within = periods.filter(
            ({ period }) =>
              period.kind !== longer.period.kind &&
              longer.period.from <= period.from &&
              period.to <= longer.period.to &&
              PERIOD_KINDS.indexOf(period.kind) < PERIOD_KINDS.indexOf(longer.period.kind),
          );
          for (const [grouping, wholes] of longer.cells.cells) {
            for (const whole of wholes) {
              for (const measure of whole.told) {
                const told = within.flatMap(({ cells }) =>
                  (cells.cells.get(grouping) ?? [])
                    .filter((cell) => cell.keys.join() === whole.keys.join() && cell.told.has(measure))
                    .map((cell) => membersOf(cell, measure)),
                );
                const union = told.reduce((all, own) => all.union(own), new Set<number>());
                const own = membersOf(whole, measure);
                for (const taken of [...told, union])
                  if (taken.size > 0) expect(isSmall(own.difference(taken))).toBe(false);
              }
            }
          }
        }
      }),
      RUNS,
    );
  });

  test('finds none between any group of a period and any of a shorter one in it, of whatever grouping, window and model', () => {
    fc.assert(
      fc.property(worlds, (facts) => {
        const periods = decide(facts);
        const toldIn = ({ cells }: DecidedPeriod, steps: readonly number[]) =>
          [...cells.cells.values()]
            .flat()
            .flatMap((cell) =>
              steps.filter((measure) => cell.told.has(measure)).map((measure) => membersOf(cell, measure)),
            );
        for (const longer of periods) {
          const within = periods.filter(
            ({ period: { kind, from, to } }) =>
              PERIOD_KINDS.indexOf(kind) < PERIOD_KINDS.indexOf(longer.period.kind) &&
              longer.period.from <= from &&
              to <= longer.period.to,
          );
          for (const steps of APART) {
            const shorter = within.flatMap((each) => toldIn(each, steps));
            for (const one of toldIn(longer, steps))
              for (const other of shorter)
                if (one.size > other.size && one.size < other.size + LEAST) expect(other.isSubsetOf(one)).toBe(false);
          }
        }
      }),
      RUNS,
    );
  });

  test('finds none who are in two groups that are all of a third, in a period or in a shorter one in it', () => {
    fc.assert(
      fc.property(worlds, (facts) => {
        const periods = decide(facts);
        const lies = (inner: DecidedPeriod, outer: DecidedPeriod) =>
          outer.period.from <= inner.period.from && inner.period.to <= outer.period.to;
        for (const steps of APART) {
          const told = new Map(periods.map((each) => [each, groupsIn(each, steps)]));
          const rests = new Map(periods.map((each) => [each, restsIn(each, steps)]));
          for (const [one, groups] of told)
            for (const [other, apart] of rests)
              if (lies(one, other) || lies(other, one))
                for (const rest of apart)
                  for (const group of groups)
                    if (isSmall(group.difference(rest))) expect(rest.isSubsetOf(group)).toBe(false);
        }
      }),
      RUNS,
    );
  });

  test('changes nothing that is told of people by inventing some', () => {
    fc.assert(
      fc.property(worlds, fc.array(deeds, { maxLength: 60 }), (facts, more) => {
        // Who is known from the seller alone has no number.
        const invented = more.map((deed) => factOf({ ...deed, person: -1 }));
        const toldOf = (all: readonly FunnelFact[]) =>
          decide(all).flatMap(({ period, cells }) =>
            [...cells.cells].flatMap(([grouping, own]) =>
              own
                .flatMap((cell) =>
                  measures
                    .filter((measure) => cell.told.has(measure))
                    .map(
                      (measure) =>
                        `${period.kind} ${period.from} ${grouping} ${cell.keys} ${measure} ${cell.people.get(measure)?.size}`,
                    ),
                )
                .sort(),
            ),
          );
        expect(toldOf([...facts, ...invented]).sort()).toEqual(toldOf(facts).sort());
      }),
      RUNS,
    );
  });
});
