import { expect, test } from 'vitest';
import { type Holding, judgeDatabases, LoadRefusedError } from '../../../../../subgraphs/world/load/judge-databases.ts';
import type { LoadedWorld } from '../../../../../subgraphs/world/store/load-marker.ts';
import { GENERATOR_VERSION } from '../../../../../subgraphs/world/world.ts';

const asked = { scale: 'S', seed: 1, quotas: 'q', generator: 1, now: '2026-01-15T12:00:00.000Z' };
const earlier: LoadedWorld = { ...asked, now: '2026-01-01T00:00:00.000Z', finishedAt: '2026-01-01T00:01:00.000Z' };
const nothing: Holding = { place: 'here', holds: 'NOTHING' };
const world = (more: Partial<LoadedWorld> = {}): Holding => ({
  place: 'here',
  holds: 'WORLD',
  world: { ...earlier, ...more },
});

test('both are loaded where nothing is, neither where both are there, the other where one is', () => {
  expect(judgeDatabases([nothing, nothing], asked, false)).toMatchObject({ load: [true, true], now: null });
  expect(judgeDatabases([world(), world()], asked, false)).toMatchObject({ load: [false, false] });
  expect(judgeDatabases([world(), nothing], asked, true)).toMatchObject({ load: [false, true], now: earlier.now });
  expect(judgeDatabases([nothing, world()], asked, false)).toMatchObject({ load: [true, false], now: earlier.now });
});

test.each([
  ['another seed', [world({ seed: 2 }), world({ seed: 2 })]],
  ['other quotas', [world({ quotas: 'r' }), world({ quotas: 'r' })]],
  ['another generator', [world({ generator: 0 }), world({ generator: 0 })]],
])('%s is another world: good where any is, else refused', (_, holdings) => {
  expect(judgeDatabases(holdings, asked, true)).toMatchObject({ load: [false, false] });
  expect(() => judgeDatabases(holdings, asked, false)).toThrow(LoadRefusedError);
});

test('two different worlds are refused whatever was asked', () => {
  expect(() => judgeDatabases([world(), world({ seed: 2 })], asked, true)).toThrow(/different sample worlds/);
});

test('half of another world is not completed with this one', () => {
  expect(() => judgeDatabases([world({ scale: 'M' }), nothing], asked, true)).toThrow(/another sample world/);
});

test('a world of an older generator is kept where any is good, and said to be old', () => {
  const said = (generator: number) =>
    judgeDatabases([world({ generator }), world({ generator })], { ...asked, generator: GENERATOR_VERSION }, true).say;
  expect(said(GENERATOR_VERSION - 1)).toMatch(/older version.*--scale S --replace/);
  expect(said(GENERATOR_VERSION)).not.toMatch(/older/);
});
