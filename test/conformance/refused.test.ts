import fc from 'fast-check';
import {
  type GraphQLFieldResolver,
  type GraphQLResolveInfo,
  getNamedType,
  isUnionType,
  parse,
  validate,
} from 'graphql';
import { afterAll, expect, test } from 'vitest';
import type { Grants } from '../../gateway/guard/grants.ts';
import { Choices } from './random/choices.ts';
import { wrongness } from './random/compare.ts';
import { Contenders } from './random/contenders.ts';
import { type Being, resolver, type Telling, typeOf, WorldData } from './random/data.ts';
import { type RandomOperation, randomOperation } from './random/operation.ts';
import { type Protected, protect, randomGrants, refuses } from './random/protection.ts';
import { randomWorld } from './random/random-world.ts';

const CASES = Number(process.env.REFUSED_CASES ?? 80);
const SEED = Number(process.env.REFUSED_SEED ?? 1);
const OPERATIONS = 4;
const TIME_LIMIT_MS = 60_000 + CASES * 1000;

const coverage = new Map<string, number>();
const count = (name: string, when = true) => {
  if (when) coverage.set(name, (coverage.get(name) ?? 0) + 1);
};

const numbers = (minLength: number, maxLength: number) =>
  fc.noBias(fc.array(fc.nat(65535), { minLength, maxLength, size: 'max' }));

test(
  'ours refuses what graphql-js over the merged schema refuses whose resolvers refuse, and asks no subgraph for it',
  async () => {
    const operations = fc.array(numbers(40, 250), { minLength: 1, maxLength: OPERATIONS, size: 'max' });
    const cases = fc.asyncProperty(
      numbers(0, 150),
      numbers(80, 400),
      fc.nat(1000),
      operations,
      async (worldNumbers, protection, seed, given) => {
        count('cases');
        const world = await protectedWorld(worldNumbers, new Choices(protection));
        if (!world) return count('does not compose');
        const { contenders } = world;
        const mishaps = { nulls: seed % 3 === 0 ? 0 : 10, errors: seed % 3 === 2 ? 15 : 0 };
        const data = new WorldData(contenders.shape, seed, mishaps);
        for (const chosen of given) {
          const choices = new Choices(chosen.toReversed());
          const operation = randomOperation(new Choices(chosen), contenders.snapshot.schema, {
            defers: choices.rarely(3),
          });
          if (validate(contenders.snapshot.schema, parse(operation.query)).length > 0) continue;
          await compare(world, operation, data, randomGrants(choices));
        }
      },
    );
    await fc.assert(cases, {
      numRuns: CASES,
      seed: SEED,
      interruptAfterTimeLimit: TIME_LIMIT_MS,
      endOnFailure: process.env.REFUSED_SHRINK !== 'on',
    });
    expect(coverage.get('cases'), 'all cases were run in time').toBeGreaterThanOrEqual(CASES);
    for (const kind of ['something refused', 'nothing refused', 'objects refused', 'abstract types']) {
      expect(coverage.get(kind) ?? 0, `${kind}: the cases are not trivial`).toBeGreaterThan(0);
    }
  },
  2 * TIME_LIMIT_MS,
);

afterAll(() => {
  process.stdout.write(`${JSON.stringify(Object.fromEntries(coverage))}\n`);
});

interface ProtectedWorld {
  readonly contenders: Contenders;
  readonly protection: Protected;
}

/** Few random worlds do not compose. */
async function protectedWorld(chosen: readonly number[], choices: Choices): Promise<ProtectedWorld | undefined> {
  let protection: Protected | undefined;
  try {
    const contenders = new Contenders(randomWorld(new Choices(chosen)), (supergraphSdl) => {
      protection = protect(choices, supergraphSdl);
      return protection.supergraphSdl;
    });
    return protection && { contenders, protection };
  } catch (error) {
    if (/cannot be satisfied by the subgraphs/.test(String(error))) return undefined;
    throw error;
  }
}

async function compare(
  { contenders, protection }: ProtectedWorld,
  operation: RandomOperation,
  data: WorldData,
  grants: Grants,
): Promise<void> {
  const isRefused = (place: string) => refuses(protection, grants, place);
  const merged = await contenders.merged(operation, data, refusing(isRefused));
  const read = new Set<string>();
  const ours = await contenders.ours(operation, data, { grants, read }).catch((error) => {
    if (/cannot ask together/.test(String(error))) return undefined;
    throw new Error(`Refused: ${operation.query}`, { cause: error });
  });
  if (!ours) return;
  const refused = merged.errors.filter(({ message }) => message.startsWith(REFUSED));
  count(refused.length > 0 ? 'something refused' : 'nothing refused');
  count(
    'objects refused',
    refused.some(({ message }) => message.includes('object')),
  );
  count('abstract types', /\.\.\. ?on (Node|Either|Thing|Shape)/.test(operation.query));
  count('mutations', operation.query.startsWith('mutation'));
  const shown = { operation, grants: shownGrants(grants), sdl: protection.supergraphSdl };
  const wrong = wrongness(merged, ours);
  if (wrong) throw new Error(JSON.stringify({ wrong, merged, ours, ...shown }, undefined, 1));
  const leaked = [...read].filter((place) => isRefusedToRead(place, isRefused) && !isInternal(place, contenders));
  if (leaked.length > 0) throw new Error(JSON.stringify({ leaked, ...shown }, undefined, 1));
}

const REFUSED = 'refused: ';

/** Resolvers over the merged schema that refuse. */
function refusing(isRefused: (place: string) => boolean) {
  const resolve = resolver(undefined);
  const fieldResolver: GraphQLFieldResolver<unknown, Telling> = (source, args, context, info) => {
    if (isRefusedField(info, isRefused)) throw new Error(`${REFUSED}${info.parentType.name}.${info.fieldName}`);
    return resolve(source, args, context, info);
  };
  const typeResolver = (being: Being) => {
    if (isRefused(typeOf(being))) throw new Error(`${REFUSED}object of ${typeOf(being)}`);
    return typeOf(being);
  };
  return { fieldResolver, typeResolver };
}

function isRefusedField(
  { parentType, fieldName, returnType, operation, schema }: GraphQLResolveInfo,
  isRefused: (place: string) => boolean,
): boolean {
  const isRoot = parentType === schema.getRootType(operation.operation);
  const returned = getNamedType(returnType);
  const ofRoot = isRoot && isRefused(parentType.name);
  return ofRoot || isRefused(`${parentType.name}.${fieldName}`) || (!isUnionType(returned) && isRefused(returned.name));
}

function isRefusedToRead(place: string, isRefused: (place: string) => boolean): boolean {
  return isRefused(place) || isRefused(place.split('.')[0] ?? '');
}

/**
 * Whether plans need a field for themselves: keys, what others require, what contexts hold. And a subgraph that knows an interface only as an
 * object can't be asked for fields of some types alone: what it is asked of all is left out of the answer.
 */
function isInternal(place: string, { shape }: Contenders): boolean {
  return /^Org\.|\.(id|sku|org|extra|akin)$/.test(place) || shape.required.has(place);
}

function shownGrants({ authenticated, scopes, policies }: Grants): object {
  return { authenticated, scopes: [...scopes], policies: [...policies] };
}
