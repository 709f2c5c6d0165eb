import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { parse, validate } from 'graphql';
import { afterAll, describe, expect, test } from 'vitest';
import { Choices } from './random/choices.ts';
import { Contenders, type Outcome } from './random/contenders.ts';
import { WorldData } from './random/data.ts';
import { knownDifference } from './random/known-differences.ts';
import { randomOperation } from './random/operation.ts';
import { randomWorld, type World } from './random/world.ts';

const CASES = Number(process.env.DIFFERENTIAL_CASES ?? 150);
/** The same cases at every run, unless another seed is given: a search for new ones is for people to start. */
const SEED = Number(process.env.DIFFERENTIAL_SEED ?? 1);
const OPERATIONS = 3;
/** Time for all cases and, after a failure, for shrinking, which ends here with the simplest case found so far. */
const TIME_LIMIT_MS = 60_000 + CASES * 1000;

const coverage = new Map<string, number>();
const count = (name: string, when = true) => when && coverage.set(name, (coverage.get(name) ?? 0) + 1);

const numbers = (minLength: number, maxLength: number) =>
  fc.array(fc.nat(65535), { minLength, maxLength, size: 'max' });

describe('random supergraphs, data and operations', () => {
  test(
    'ours answers as graphql-js over the merged schema, and as the stock gateway but for known differences',
    async () => {
      const operations = fc.array(numbers(40, 300), { minLength: 1, maxLength: OPERATIONS, size: 'max' });
      const cases = fc.asyncProperty(
        numbers(0, 120),
        fc.nat(1000),
        operations,
        async (worldNumbers, seed, operationNumbers) => {
          count('cases');
          const world = randomWorld(new Choices(worldNumbers));
          const mishaps = seed % 3 === 0 ? { nulls: 0, errors: 0 } : { nulls: 12, errors: seed % 3 === 1 ? 0 : 20 };
          const contenders = new Contenders(world, new WorldData(world, seed, mishaps));
          try {
            for (const numbersOfOne of operationNumbers) {
              const operation = randomOperation(new Choices(numbersOfOne), contenders.snapshot.schema);
              if (validate(contenders.snapshot.schema, parse(operation.query)).length > 0) {
                count('invalid');
                continue;
              }
              await compare(world, contenders, operation);
            }
          } finally {
            await contenders.stop();
          }
        },
      );
      await fc.assert(cases, {
        numRuns: CASES,
        seed: SEED,
        interruptAfterTimeLimit: TIME_LIMIT_MS,
        endOnFailure: process.env.DIFFERENTIAL_SHRINK === 'off',
      });
      expect(coverage.get('cases'), 'all cases were run in time').toBeGreaterThanOrEqual(CASES);
      for (const kind of ['two fetches or more', 'errors', 'abstract types', 'requires']) {
        expect(coverage.get(kind) ?? 0, `${kind}: the cases are not trivial`).toBeGreaterThan(CASES / 50);
      }
    },
    2 * TIME_LIMIT_MS,
  );

  afterAll(() => {
    process.stdout.write(`${JSON.stringify(Object.fromEntries(coverage))}\n`);
  });
});

async function compare(
  world: World,
  contenders: Contenders,
  operation: { query: string; variables: Readonly<Record<string, unknown>> },
): Promise<void> {
  const [merged, ours, batched, stock] = [
    await contenders.merged(operation),
    await contenders.ours(operation),
    await contenders.batched(operation),
    await contenders.stock(operation),
  ];
  count('operations');
  count('two fetches or more', ours.fetches > 1);
  count('four fetches or more', ours.fetches > 3);
  count('requests of batches saved', batched.requests < ours.requests);
  count('errors', merged.errors.length > 0);
  count('abstract types', /on (Node|Either)/.test(operation.query));
  count('requires', /e\d_q\d/.test(operation.query));
  const shown = { operation, merged, ours };
  expect({ ...shown, data: ours.data }, 'data').toEqual({ ...shown, data: merged.data });
  expect({ ...shown, data: batched.data }, 'data where fetches are batched').toEqual({ ...shown, data: merged.data });
  expect(pathsMissing(merged, batched), 'error paths that the merged schema has, where fetches are batched').toEqual(
    [],
  );
  expect(pathsAtValues(batched), 'errors at fields that have a value, where fetches are batched').toEqual([]);
  expect(pathsMissing(merged, ours), 'error paths that the merged schema has').toEqual([]);
  expect(pathsAtValues(ours), 'errors at fields that have a value').toEqual([]);
  if (isDeepStrictEqual(stock.data, ours.data)) return;
  const difference = knownDifference(world, operation, ours, stock);
  if (difference) count(`stock differs: ${difference}`);
  else expect({ operation, data: stock.data }, 'the stock gateway').toEqual({ operation, data: ours.data });
}

/**
 * The nulls for which the merged schema reports an error and ours does not. Of several errors below one null, any will do: the
 * specification lets the others be left out.
 */
function pathsMissing(merged: Outcome, ours: Outcome): unknown[] {
  const told = new Set(
    ours.errors.flatMap(({ path = [] }) =>
      [...path.keys(), path.length].map((length) => JSON.stringify(path.slice(0, length))),
    ),
  );
  return merged.errors
    .map(({ path = [] }) => nullOn(merged.data, path))
    .filter((path) => !told.has(JSON.stringify(path)));
}

/** The part of an error's path at which the data is null. */
function nullOn(data: unknown, path: readonly (string | number)[]): readonly (string | number)[] {
  let value = data;
  for (const [depth, key] of path.entries()) {
    if (value === null || value === undefined) return path.slice(0, depth);
    value = (value as Record<string | number, unknown>)[key];
  }
  return path;
}

/** Errors whose path leads to a value: something that is there cannot have failed. */
function pathsAtValues(outcome: Outcome): unknown[] {
  return outcome.errors.filter(({ path = [] }) => {
    let value = outcome.data;
    for (const key of path) {
      if (value === null || value === undefined) return false;
      value = (value as Record<string | number, unknown>)[key];
    }
    return value !== null && value !== undefined;
  });
}
