import type { LoadedWorld } from '../store/load-marker.ts';
import { GENERATOR_VERSION } from '../world.ts';
import { isSameWorld, nameOf } from './world-identity.ts';

/** What a database holds. `place` tells people which it is. */
export type Holding = { readonly place: string } & (
  | { readonly holds: 'NOTHING' | 'OTHER_ROWS' }
  | { readonly holds: 'WORLD' | 'BROKEN_WORLD'; readonly world: LoadedWorld }
);

/** The databases are not such that a world can be loaded; the message says why and what to do. */
export class LoadRefusedError extends Error {}

/** What is to be done with each database. `now`: the moment that a half that is there has, so that the other half fits it. */
export interface LoadDecision {
  readonly load: readonly boolean[];
  readonly now: string | null;
  /** Said to people before anything happens. */
  readonly say: string;
}

/**
 * Decides what to load.
 * @param asked the world that was asked for
 * @param ifEmpty whether what is there is good, whatever world it is
 * @throws {LoadRefusedError}
 */
export function judgeDatabases(
  holdings: readonly Holding[],
  asked: Omit<LoadedWorld, 'finishedAt'>,
  ifEmpty: boolean,
): LoadDecision {
  const none = holdings.map(() => false);
  for (const holding of holdings) {
    if (holding.holds === 'BROKEN_WORLD') throw new LoadRefusedError(brokenOff(holding.place, holding.world));
    if (holding.holds !== 'OTHER_ROWS') continue;
    const message = `${holding.place} has rows that are of no sample world`;
    if (ifEmpty) return { load: none, now: null, say: `${message}: nothing is loaded.` };
    throw new LoadRefusedError(`${message}. Give another place, or take them away for good with --replace.`);
  }
  const there = holdings.flatMap((holding) => (holding.holds === 'WORLD' ? [holding] : []));
  const [first, second] = there;
  if (!first) return { load: holdings.map(() => true), now: null, say: `Loading the sample world (${nameOf(asked)}).` };
  if (second && !isSameWorld(first.world, second.world)) throw new LoadRefusedError(differ(first, second));
  if (second && (ifEmpty || isSameWorld(first.world, asked)))
    return { load: none, now: null, say: thereAlready(first.world) };
  if (!isSameWorld(first.world, asked))
    throw new LoadRefusedError(
      `${first.place} holds another sample world (${nameOf(first.world)}) than ${nameOf(asked)}. Put this one in its place with --replace.`,
    );
  const load = holdings.map((holding) => holding.holds === 'NOTHING');
  return { load, now: first.world.now, say: `Loading the other half of the sample world (${nameOf(asked)}).` };
}

/** Says that nothing is to be done; of a world that an older generator made, also what may be missing and how to have it. */
export function thereAlready(world: LoadedWorld): string {
  const there = `The sample world (${nameOf(world)}) is there.`;
  if (world.generator >= GENERATOR_VERSION) return there;
  return (
    `${there} It was loaded by an older version, so that some fields have no data or other figures than documented: ` +
    `put today's (generator ${GENERATOR_VERSION}) in its place with \`npm run world -- --scale ${world.scale} --replace\` while no server runs.`
  );
}

function brokenOff(place: string, world: LoadedWorld): string {
  return (
    `Loading the sample world (${nameOf(world)}) into ${place} was broken off, so that only a part of it is there. ` +
    'Load it anew with `npm run world -- --replace`, or delete that place and start again.'
  );
}

function differ(one: { place: string; world: LoadedWorld }, other: { place: string; world: LoadedWorld }): string {
  return (
    `${one.place} and ${other.place} hold different sample worlds (${nameOf(one.world)}; ${nameOf(other.world)}). ` +
    'Load one into both with --replace.'
  );
}
