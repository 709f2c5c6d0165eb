import { parse } from 'graphql';
import { expect, test } from 'vitest';
import type { OperationSource } from '../../../../gateway/operations/operation.ts';
import { OperationsInService } from '../../../../gateway/operations/operations-in-service.ts';
import type { RegisteredOperation } from '../../../../gateway/operations/registered-operation.ts';
import type { Planning } from '../../../../gateway/planning/planning.ts';
import { PLANNER_LIMITS } from '../../../../gateway/planning/planning-options.ts';
import { localPlanning } from '../../../../gateway/planning/threads/local-planning.ts';
import { Snapshot } from '../../../../gateway/supergraph/snapshot.ts';
import { warm } from '../../../../gateway/supergraph/warm.ts';
import { composeLocal } from '../../../kit/federation.ts';
import { registeredOperation } from '../../../kit/operations.ts';
import { openShop, shop } from '../execution/shop.ts';

const sdl = composeLocal(shop);
const { ask } = openShop();

/** A snapshot, and how many operations it has planned. */
function counted(): { snapshot: Snapshot; count: () => number } {
  const planning = localPlanning(sdl, PLANNER_LIMITS);
  let count = 0;
  const counting: Planning = {
    ...planning,
    plan(request) {
      count++;
      return planning.plan(request);
    },
  };
  return { snapshot: new Snapshot(sdl, counting), count: () => count };
}

function sourceOf(query: string) {
  return { id: query, document: parse(query) };
}

async function warmed(snapshot: Snapshot, stored: RegisteredOperation[], before?: Snapshot): Promise<void> {
  const limits = { operations: 10, time: 60_000 };
  const { signal } = new AbortController();
  const registered = new OperationsInService(stored, {
    judge: () => undefined,
    onServed: () => undefined,
  });
  await registered.prepare(snapshot, before, signal);
  await warm(snapshot, { before, limits, signal });
}

/** How many operations are planned for a request in parts. */
async function planned(
  { snapshot, count }: ReturnType<typeof counted>,
  query: string | OperationSource,
  variables = {},
): Promise<number> {
  const before = count();
  const source = typeof query === 'string' ? sourceOf(query) : query;
  const { deferred } = await (await snapshot.prepareWhole(source)).execute(variables, ask, {
    incremental: true,
  });
  for await (const _ of deferred ?? []);
  return count() - before;
}

test('a stored operation that defers is planned in parts too', async () => {
  const query = registeredOperation('query A { product(upc: "p1") { upc ... @defer { stars } } }');
  const fresh = counted();
  expect(await planned(fresh, query)).toBe(2);
  const warm = counted();
  await warmed(warm.snapshot, [query]);
  expect(await planned(warm, query)).toBe(0);
});

test('the parts that were asked for of an operation are planned on the next snapshot', async () => {
  const query =
    'query($a: Boolean!, $b: Int) { product(upc: "p1") { upc ... @defer(if: $a) { stars reviews(first: $b) { id } } } }';
  const before = counted();
  await planned(before, query, { a: true, b: 1 });
  const next = counted();
  await warmed(next.snapshot, [], before.snapshot);
  expect(await planned(next, query, { a: true, b: 2 })).toBe(0);
});

test('parts that nobody asked for are not planned ahead', async () => {
  const query = 'query($a: Boolean!) { product(upc: "p1") { upc ... @defer(if: $a) { stars } } }';
  const before = counted();
  await before.snapshot.prepareWhole(sourceOf(query));
  const next = counted();
  await warmed(next.snapshot, [], before.snapshot);
  expect(next.count()).toBe(1);
  expect(await planned(next, query, { a: true })).toBe(1);
});
