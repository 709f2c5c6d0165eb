import type { GraphQLSchema } from 'graphql';
import type { FetchStep } from '../../planning/plan-steps.ts';
import type { SubgraphAnswer } from '../../subgraphs/subgraph-client.ts';
import { SubgraphFailure } from '../../subgraphs/transport/failure.ts';
import { isTooLarge } from '../answer-room.ts';
import { type Data, isData } from '../data.ts';
import { type RepresentationGroup, Representations } from '../entities/representations.ts';
import { commonPath, placedPaths } from '../places/placed-paths.ts';
import type { Placement } from '../places/position.ts';
import type { Visit, Walk } from '../places/walker.ts';
import type { Run } from '../run.ts';
import { failureError, reportedError, reportedPath } from './fetch-errors.ts';
import type { Asking } from './fetch-request.ts';
import type { Wanted } from './gathering.ts';
import { noteErrors } from './note-errors.ts';
import { applyRewrites } from './rewrites.ts';

/** What a fetch is compiled from. */
interface FetchInput {
  readonly fetch: FetchStep;
  readonly placements: readonly Placement[];
  /** One walk for each placement; none for a fetch of root fields at the root. */
  readonly walks: readonly Walk[];
  /** Number an object by its representation; for fetches with `requires`. */
  readonly visits: readonly ((representations: Representations) => Visit)[];
  readonly schema: GraphQLSchema;
  readonly clientKey: (key: string) => string;
  readonly asking: Asking;
}

/** Compiles one fetch. It never rejects: failures become errors of the answer. */
export function compileFetch(input: FetchInput): (run: Run) => Promise<void> {
  return input.fetch.requires ? entityFetch(input) : rootFetch(input);
}

const NO_REPRESENTATIONS: Wanted = { texts: '', count: 0, context: '' };

function rootFetch(input: FetchInput): (run: Run) => Promise<void> {
  const { fetch, walks, asking } = input;
  const prefix = commonPath(fetch.paths[0] ?? [], input.clientKey);
  return async (run) => {
    if (walks.length > 0 && !walks.some((walk) => findsObject(run, walk))) return asking.pass(run);
    try {
      const answer = await asking.ask(run, NO_REPRESENTATIONS);
      run.readsFrom(fetch.id, answer);
      if (answer.errors.length > 0) {
        noteErrors(run, fetch, answer.errors, (error) => {
          const path = reportedPath(error);
          return path && { paths: [prefix], below: path.map(clientStep(input)), isEntity: false };
        });
      }
      if (isData(answer.data)) run.data[fetch.id] = rewritten(input, answer.data);
      else failWithoutData(run, fetch, answer);
    } catch (failure) {
      run.fail(fetch.id, failureError(failure, fetch.subgraph));
    }
  };
}

function findsObject(run: Run, walk: Walk): boolean {
  let found = false;
  walk(run, () => {
    found = true;
    return 0;
  });
  return found;
}

function entityFetch(input: FetchInput): (run: Run) => Promise<void> {
  const { fetch, asking } = input;
  return async (run) => {
    const representations = represented(run, input);
    if (representations.count === 0) return asking.pass(run);
    const entities: (Data | undefined)[] = new Array(representations.count);
    const asked = [...representations.groups.values()].map(async (group) => {
      try {
        const { texts, numbers, context } = group;
        const answer = await asking.ask(run, { texts, count: numbers.length, context });
        placeEntities(run, input, group, entities, answer);
      } catch (failure) {
        run.fail(fetch.id, failureError(failure, fetch.subgraph));
      }
    });
    await (asked.length === 1 ? asked[0] : Promise.all(asked));
    run.entities[fetch.id] = entities;
  };
}

/** The representations of the objects that are there; none where they would be too much to be sent. */
function represented(run: Run, { fetch, placements, walks, visits }: FetchInput): Representations {
  const representations = new Representations(run.limit);
  try {
    for (const [index, walk] of walks.entries()) {
      const placement = placements[index];
      const visit = visits[index]?.(representations);
      if (placement && visit) run.numbers[placement.id] = walk(run, visit);
    }
  } catch (failure) {
    if (!isTooLarge(failure)) throw failure;
    run.fail(fetch.id, failureError(failure, fetch.subgraph));
    return new Representations(0);
  }
  const { failure, incomplete } = representations;
  // What it requires may be missing because an earlier fetch failed: then that failure explains its nulls too.
  const earlier = failure ? failureError(failure, fetch.subgraph) : incomplete && run.failureOf(fetch.after);
  if (earlier) run.fail(fetch.id, earlier);
  return representations;
}

/** Puts a group's entities under their numbers, and its errors where the entities stand in the answer. */
function placeEntities(
  run: Run,
  input: FetchInput,
  group: RepresentationGroup,
  entities: (Data | undefined)[],
  answer: SubgraphAnswer,
): void {
  const { fetch } = input;
  run.readsFrom(fetch.id, answer);
  if (answer.errors.length > 0) placeErrors(run, input, group, answer.errors);
  if (!isData(answer.data)) {
    failWithoutData(run, fetch, answer);
    return;
  }
  const received = rewritten(input, answer.data._entities);
  if (!Array.isArray(received) || received.length !== group.numbers.length) {
    if (run.failureOf([fetch.id])) return;
    const cause = new Error(`${group.numbers.length} entities were asked for`);
    throw new SubgraphFailure('SUBGRAPH_RESPONSE_INVALID', fetch.subgraph, cause);
  }
  const invalid: number[] = [];
  for (const [index, number] of group.numbers.entries()) {
    const entity: unknown = received[index];
    if (isData(entity)) entities[number] = entity;
    else if (entity !== null) invalid.push(number);
  }
  if (invalid.length > 0) failInvalid(run, input, invalid);
}

/** Tells of entities that are neither objects nor null. */
function failInvalid(run: Run, { fetch, placements, clientKey }: FetchInput, numbers: readonly number[]): void {
  const cause = new Error(`${numbers.length} entities are no objects`);
  const failure = new SubgraphFailure('SUBGRAPH_RESPONSE_INVALID', fetch.subgraph, cause);
  const error = failureError(failure, fetch.subgraph);
  const places = placedPaths(run, placements, clientKey);
  for (const number of numbers) {
    for (const path of places.get(number) ?? []) run.failEntity(fetch.id, path, error);
  }
}

function placeErrors(run: Run, input: FetchInput, group: RepresentationGroup, errors: readonly unknown[]): void {
  const { fetch, placements } = input;
  const places = placedPaths(run, placements, input.clientKey);
  noteErrors(run, fetch, errors, (error) => {
    const [field, index, ...below] = reportedPath(error) ?? [];
    const number = field === '_entities' && typeof index === 'number' ? group.numbers[index] : undefined;
    const paths = number === undefined ? undefined : places.get(number);
    return paths && { paths, below: below.map(clientStep(input)), isEntity: below.length === 0 };
  });
}

/** Applies the plan's output rewrites; to a copy, since others may read the same answer. */
function rewritten<T>(input: FetchInput, data: T): T {
  if (input.fetch.outputRewrites.length === 0) return data;
  const copy = structuredClone(data);
  applyRewrites(input.schema, input.fetch.outputRewrites, copy);
  return copy;
}

function clientStep(input: FetchInput): (step: string | number) => string | number {
  return (step) => (typeof step === 'string' ? input.clientKey(step) : step);
}

/** No data: the subgraph's own errors say why, or one of ours does. */
function failWithoutData(run: Run, fetch: FetchStep, { errors }: SubgraphAnswer): void {
  const [first] = errors;
  if (first === undefined) {
    const cause = new Error('Neither data nor errors');
    run.fail(
      fetch.id,
      failureError(new SubgraphFailure('SUBGRAPH_RESPONSE_INVALID', fetch.subgraph, cause), fetch.subgraph),
    );
  } else if (run.failureOf([fetch.id]) === undefined) {
    // It was told at its own path, or it would be known as a failure by now.
    run.fail(fetch.id, reportedError(first, fetch.subgraph), 1);
  }
}
