import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { parse, validate } from 'graphql';
import { afterAll, expect, test } from 'vitest';
import type { IncrementalFormat } from '../../gateway/doors/parts/answer-parts.ts';
import { EVERYTHING } from '../../gateway/guard/grants.ts';
import { merged, type Payload } from '../kit/incremental.ts';
import { Choices } from './random/choices.ts';
import { Contenders, type Outcome } from './random/contenders.ts';
import { WorldData } from './random/data.ts';
import { randomOperation } from './random/operation.ts';
import { protect, randomGrants } from './random/protection.ts';
import { randomWorld } from './random/random-world.ts';
import type { World } from './random/world.ts';

const CASES = Number(process.env.DEFERRED_CASES ?? 200);
const SEED = Number(process.env.DEFERRED_SEED ?? 1);
const OPERATIONS = 4;
const TIME_LIMIT_MS = 60_000 + CASES * 1000;

type Path = readonly (string | number)[];

const coverage = new Map<string, number>();
const count = (name: string, when = true) => {
  if (when) coverage.set(name, (coverage.get(name) ?? 0) + 1);
};

const numbers = (minLength: number, maxLength: number) =>
  fc.array(fc.nat(65535), { minLength, maxLength, size: 'max' });

test(
  'all parts of an answer, merged, are the answer without @defer, but where a null stops at a fragment; in both formats',
  async () => {
    const operations = fc.array(numbers(40, 300), { minLength: 1, maxLength: OPERATIONS, size: 'max' });
    const cases = fc.asyncProperty(numbers(0, 120), fc.nat(1000), operations, async (worldNumbers, seed, given) => {
      count('cases');
      const ask = new Choices(worldNumbers.toReversed());
      const protection = seed % 2 === 0 ? undefined : (sdl: string) => protect(ask, sdl).supergraphSdl;
      const contenders = composed(randomWorld(new Choices(worldNumbers)), protection);
      if (!contenders) return count('does not compose');
      const mishaps = { nulls: seed % 3 === 0 ? 0 : 10, errors: seed % 3 === 2 ? 15 : 0 };
      const data = new WorldData(contenders.shape, seed, mishaps);
      try {
        for (const chosen of given) {
          const operation = randomOperation(new Choices(chosen), contenders.snapshot.schema, { defers: true });
          const invalid = validate(contenders.snapshot.schema, parse(operation.query)).length > 0;
          if (invalid || operation.query.startsWith('mutation')) continue;
          count('operations');
          const grants = protection ? randomGrants(new Choices(chosen.toReversed())) : EVERYTHING;
          const whole = await contenders.ours(operation, data, { grants });
          count('refused', whole.errors.some(isRefusal));
          for (const format of ['deferSpec', 'incrementalSpec'] as const) {
            const delays = new Choices(chosen.toReversed());
            compare(operation, whole, await contenders.parts(operation, data, { format, delays, grants }), format);
          }
        }
      } finally {
        await contenders.stop();
      }
    });
    await fc.assert(cases, {
      numRuns: CASES,
      seed: SEED,
      interruptAfterTimeLimit: TIME_LIMIT_MS,
      endOnFailure: process.env.DEFERRED_SHRINK !== 'on',
    });
    expect(coverage.get('cases'), 'all cases were run in time').toBeGreaterThanOrEqual(CASES);
    for (const kind of [
      'three parts or more',
      'fragments that failed',
      'errors on later parts',
      'sub-paths',
      'refused',
    ]) {
      expect(coverage.get(kind) ?? 0, `${kind}: the cases are not trivial`).toBeGreaterThan(0);
    }
  },
  2 * TIME_LIMIT_MS,
);

afterAll(() => {
  process.stdout.write(`${JSON.stringify(Object.fromEntries(coverage))}\n`);
});

function isRefusal({ message }: { readonly message: string }): boolean {
  return message.startsWith('Reading ');
}

/** Few random worlds do not compose. */
function composed(world: World, protection?: (sdl: string) => string): Contenders | undefined {
  try {
    return new Contenders(world, protection);
  } catch (error) {
    if (/cannot be satisfied by the subgraphs/.test(String(error))) return undefined;
    throw error;
  }
}

function compare(operation: object, whole: Outcome, payloads: readonly Payload[], format: IncrementalFormat): void {
  const increments = payloads.flatMap(({ incremental = [] }) => incremental);
  const failed = failedPaths(payloads);
  count('in parts', payloads.length > 1);
  count('three parts or more', payloads.length > 2);
  count('fragments that failed', failed.length > 0);
  count(
    'errors on later parts',
    increments.some(({ errors = [] }) => errors.length > 0),
  );
  count(
    'sub-paths',
    increments.some(({ subPath = [] }) => subPath.length > 0),
  );
  const shown = { operation, format, payloads };
  const result = mergedOf(shown);
  const differences = differencesOf(result.data, whole.data, [], failed);
  expect({ ...shown, whole: whole.data, differences }).toEqual({ ...shown, whole: whole.data, differences: [] });
  const wrongPlaces = result.errors.filter(({ path }) => path && (valueAt(result.data, path) ?? null) !== null);
  expect({ ...shown, wrongPlaces }).toEqual({ ...shown, wrongPlaces: [] });
  const told = new Set(result.errors.flatMap(({ path = [] }) => prefixes(path)));
  // Of a fragment that failed, what failed beside the cause of that need not be told.
  const lost = (path: Path) =>
    failed.some((place) => startsWith(path, place)) && valueAt(result.data, path) === undefined;
  const untold = whole.errors.filter(
    ({ path = [] }) => !told.has(JSON.stringify(nullOn(result.data, path))) && !lost(path),
  );
  expect({ ...shown, whole, untold }).toEqual({ ...shown, whole, untold: [] });
  const failures = payloads.flatMap(({ completed = [], incremental = [] }) => [
    ...completed.filter(({ errors }) => errors),
    ...incremental.filter(({ data }) => data === null),
  ]);
  expect(failures.filter(({ errors = [] }) => errors.length === 0)).toEqual([]);
  const before = new Set(repeatedOf(whole.errors));
  const repeated = repeatedOf(result.errors).filter((name) => !before.has(name));
  if (failures.length === 0) expect({ ...shown, repeated }).toEqual({ ...shown, repeated: [] });
}

function mergedOf(shown: { readonly payloads: readonly Payload[] }): ReturnType<typeof merged> {
  try {
    return merged(shown.payloads);
  } catch (error) {
    throw new Error(`${String(error)}: ${JSON.stringify(shown)}`);
  }
}

function repeatedOf(errors: readonly object[]): string[] {
  const names = errors.map((error) => JSON.stringify(error));
  return names.filter((name, index) => names.indexOf(name) < index);
}

/** Where fragments stand that were not delivered. */
function failedPaths(payloads: readonly Payload[]): Path[] {
  const pending = new Map(payloads.flatMap((payload) => payload.pending ?? []).map(({ id, path }) => [id, path]));
  return payloads.flatMap(({ incremental = [], completed = [] }) => [
    ...incremental.filter(({ data }) => data === null).map(({ path = [] }) => path),
    ...completed.filter(({ errors }) => errors).map(({ id }) => pending.get(id) ?? []),
  ]);
}

/** Where parts and the whole answer differ, for no fragment that failed. */
function differencesOf(parts: unknown, whole: unknown, path: Path, failed: readonly Path[]): Path[] {
  if (isDeepStrictEqual(parts, whole)) return [];
  const failedAbove = failed.some((place) => startsWith(path, place));
  if (whole === null && failed.some((place) => startsWith(place, path) || startsWith(path, place))) return [];
  if (parts === undefined && failedAbove) return [];
  if (!isTree(parts) || !isTree(whole)) return [path];
  const keys = new Set([...Object.keys(parts), ...Object.keys(whole)]);
  return [...keys].flatMap((key) => {
    const step = Array.isArray(whole) ? Number(key) : key;
    return differencesOf(parts[key], whole[key], [...path, step], failed);
  });
}

function startsWith(path: Path, above: Path): boolean {
  return above.every((step, depth) => path[depth] === step);
}

function isTree(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function valueAt(data: unknown, path: Path): unknown {
  let value = data;
  for (const step of path) value = isTree(value) ? value[step] : undefined;
  return value;
}

/** The part of a path at which nothing is. */
function nullOn(data: unknown, path: Path): Path {
  const depth = path.findIndex((_, length) => (valueAt(data, path.slice(0, length)) ?? null) === null);
  return depth < 0 ? path : path.slice(0, depth);
}

function prefixes(path: Path): string[] {
  return [...path.keys(), path.length].map((length) => JSON.stringify(path.slice(0, length)));
}
