import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { GraphQLError, parse, validate } from 'graphql';
import { Choices } from './choices.ts';
import { wrongness } from './compare.ts';
import { Contenders, type OurOutcome, type Outcome } from './contenders.ts';
import { WorldData } from './data.ts';
import { CONTEXT_REFUSED, knownDifference } from './known-differences.ts';
import { type RandomOperation, randomOperation } from './operation.ts';
import { featuresOf } from './operation-features.ts';
import { randomWorld } from './random-world.ts';
import type { World } from './world.ts';

/** How many cases to run, and from which seed; each supergraph takes the next one. */
interface DifferentialOptions {
  readonly cases: number;
  readonly seed: number;
  /** Told after each supergraph. */
  readonly onProgress?: (report: DifferentialReport) => void;
}

/** What was run, and what came of it. */
export interface DifferentialReport {
  /** Operations answered by all three, each with data of its own. */
  cases: number;
  supergraphs: number;
  /** How often things occurred that make cases worth running. */
  readonly seen: Map<string, number>;
  /** How often each known difference of the stock gateway was needed. */
  readonly differences: Map<string, number>;
  /** The first mismatch that nothing known explains, shrunk; it ends the run. */
  failure: string | undefined;
}

const OPERATIONS = 10;
const DATA_SETS = 2;
/** How long a failing case is shrunk at most. */
const SHRINK_MS = 120_000;

/** Runs random supergraphs, operations and data through the stock gateway, ours, and graphql-js over the merged schema. */
export async function differential({ cases, seed, onProgress }: DifferentialOptions): Promise<DifferentialReport> {
  const report: DifferentialReport = {
    cases: 0,
    supergraphs: 0,
    seen: new Map(),
    differences: new Map(),
    failure: undefined,
  };
  while (report.cases < cases && report.failure === undefined) {
    const own = seed + report.supergraphs++;
    let failed = false;
    const property = fc.asyncProperty(
      numbers(0, 200),
      OPERATION_NUMBERS,
      fc.nat(9999),
      async (world, operations, data) => {
        // Shrinking is no part of what the run saw.
        const tally = failed ? { ...report, seen: new Map(), differences: new Map() } : report;
        try {
          await checkWorld(randomWorld(new Choices(world)), operations, data, tally);
        } catch (error) {
          failed = true;
          throw error;
        }
      },
    );
    const result = await fc.check(property, { numRuns: 1, seed: own, interruptAfterTimeLimit: SHRINK_MS });
    if (result.failed)
      report.failure = `${text(result.errorInstance)}\nAgain: npm run differential -- --seed ${own} --cases 1`;
    onProgress?.(report);
  }
  return report;
}

function numbers(minLength: number, maxLength: number) {
  return fc.noBias(fc.array(fc.nat(65535), { minLength, maxLength, size: 'max' }));
}

const OPERATION_NUMBERS = fc.array(numbers(30, 250), { minLength: 1, maxLength: 2 * OPERATIONS, size: 'max' });

async function checkWorld(
  world: World,
  operations: readonly (readonly number[])[],
  seed: number,
  report: DifferentialReport,
): Promise<void> {
  const contenders = composed(world);
  if (!contenders) return count(report.seen, 'does not compose');
  const { schema } = contenders.snapshot;
  try {
    for (const [index, chosen] of operations.entries()) {
      const operation = randomOperation(new Choices(chosen), schema, { nullConditions: true });
      if (validate(schema, parse(operation.query)).length > 0) {
        count(report.seen, 'not valid');
        continue;
      }
      for (let set = 0; set < DATA_SETS; set++) {
        const kind = (seed + index + set) % 3;
        const mishaps = { nulls: kind === 0 ? 0 : 10, errors: kind === 2 ? 15 : 0 };
        const data = new WorldData(contenders.shape, seed + 31 * index + set, mishaps);
        await compare(world, contenders, operation, data, report);
      }
    }
  } finally {
    await contenders.stop();
  }
}

/** Few random worlds do not compose: some way through contexts and interface objects is not there. */
function composed(world: World): Contenders | undefined {
  try {
    return new Contenders(world);
  } catch (error) {
    if (/cannot be satisfied by the subgraphs/.test(String(error))) return undefined;
    throw error;
  }
}

async function compare(
  world: World,
  contenders: Contenders,
  operation: RandomOperation,
  data: WorldData,
  report: DifferentialReport,
): Promise<void> {
  const merged = await contenders.merged(operation, data);
  const ours = await contenders.ours(operation, data).catch((error) => refusal(error, world, operation));
  if (!ours) return count(report.seen, 'refused: a mutation with contradicting requirements');
  const batched = await contenders.batched(operation, data);
  report.cases++;
  note(report.seen, operation, merged, ours);
  if (batched.requests < ours.requests) count(report.seen, 'batches');
  const wrong = wrongness(merged, ours);
  if (wrong) throw mismatch(world, operation, `OURS IS WRONG: ${wrong}`, { merged, ours });
  const batchedWrong = wrongness(merged, batched);
  if (batchedWrong)
    throw mismatch(world, operation, `OURS IS WRONG, BATCHED: ${batchedWrong}`, { merged, ours: batched });
  if (!(await contenders.stockStarts())) return count(report.differences, CONTEXT_REFUSED);
  const stock = await contenders.stock(operation, data).catch(asOutcome);
  if (isDeepStrictEqual(stock.data, ours.data)) return;
  const difference = knownDifference({
    world,
    operation,
    features: featuresOf(operation.query, contenders.snapshot.schema),
    ours,
    stock,
  });
  if (!difference) throw mismatch(world, operation, 'the stock gateway differs for no known reason', { ours, stock });
  count(report.differences, difference);
}

/** What the stock gateway throws instead of answering. */
function asOutcome(error: unknown): Outcome {
  return { data: null, errors: [{ message: error instanceof Error ? error.message : String(error) }] };
}

/** A mutation that would have to be sent twice is refused with a code: the one case that ours does not answer. */
function refusal(error: unknown, world: World, operation: RandomOperation): undefined {
  if (error instanceof GraphQLError && error.extensions.code === 'OPERATION_TOO_COMPLEX') return undefined;
  throw mismatch(world, operation, `OURS THROWS: ${error instanceof Error ? error.stack : error}`, {});
}

function note(
  seen: Map<string, number>,
  { query, variables }: RandomOperation,
  merged: { readonly errors: readonly unknown[] },
  ours: OurOutcome,
): void {
  const facts: Readonly<Record<string, boolean>> = {
    'two fetches or more': ours.fetches > 1,
    'four fetches or more': ours.fetches > 3,
    errors: merged.errors.length > 0,
    'abstract types': /on (Node|Either|Thing|Shape)/.test(query),
    '@requires': /e\d_q\d/.test(query),
    '@fromContext': /\btold1?\b/.test(query),
    'interface objects': /\b(extra|akin|extra)\b/.test(query),
    mutations: query.startsWith('mutation'),
    introspection: /\b__(schema|type)\b/.test(query),
    variables: Object.keys(variables).length > 0,
    conditions: /@(skip|include)/.test(query),
  };
  for (const [name, holds] of Object.entries(facts)) if (holds) count(seen, name);
}

function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

function mismatch(world: World, operation: RandomOperation, what: string, outcomes: object): Error {
  const schemas = world.subgraphs.map((name) => `# ${name}\n${world.typeDefs[name]}`).join('\n\n');
  const answers = Object.entries(outcomes).map(([who, outcome]) => `${who}: ${JSON.stringify(outcome)}`);
  return new Error(
    [what, schemas, operation.query, `variables: ${JSON.stringify(operation.variables)}`, ...answers].join('\n\n'),
  );
}

function text(error: unknown): string {
  return error instanceof Error
    ? (error.message || String(error)) + (error.message.includes('\n') ? '' : `\n${error.stack}`)
    : String(error);
}
