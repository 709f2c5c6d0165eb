import { readFile } from 'node:fs/promises';
import { Mendable } from '../errors/mendable.ts';
import type { Grants } from '../guard/grants.ts';
import { OWN_COMMAND } from '../process/own-command.ts';
import { EXPLAIN_HEADER, type Explanation } from '../telemetry/explain.ts';
import type { Command } from './command.ts';

export const plan: Command = {
  summary: 'show how an operation is planned, or how long each fetch took',
  help: `Shows the plan of an operation as a tree: what is fetched from which subgraph, in which order; in parts, where it defers any.
The operation is GraphQL text, or the path of a file that ends in .graphql.

  --supergraph <file>   the supergraph (default schema/supergraph.graphql)
  --variables <json>    its variables; those of @skip, @include and @defer decide the plan
  --operation <name>    which operation of the document
  --scopes <names>      plan it for a caller who holds these scopes, separated by commas, and not for one who may read everything
  --policies <names>    the same for policies; with --scopes '' alone, a caller who holds nothing
  --url <url>           a running gateway, which executes the operation and tells how long each fetch took (GATEWAY_EXPLAIN=on)
  --json                the same as JSON

Example: ${OWN_COMMAND} plan '{ note(id: "note_1") { title conversion { orders } } }'`,
  flags: {
    supergraph: { type: 'string' },
    variables: { type: 'string' },
    operation: { type: 'string' },
    scopes: { type: 'string' },
    policies: { type: 'string' },
    url: { type: 'string' },
    json: { type: 'boolean' },
  },
  takesWords: true,
  async run({ supergraph = 'schema/supergraph.graphql', variables, operation, url, json, scopes, policies }, words) {
    const request = {
      query: await documentOf(words),
      variables: variablesOf(variables),
      operationName: typeof operation === 'string' ? operation : undefined,
    };
    const explanation = await (url === undefined
      ? planned(String(supergraph), request, grantsOf(scopes, policies))
      : executed(String(url), request));
    process.stdout.write(json ? `${JSON.stringify(explanation, undefined, 2)}\n` : explanation.text);
    return 0;
  },
};

interface PlanRequest {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName: string | undefined;
}

async function documentOf(words: readonly string[]): Promise<string> {
  const [word] = words;
  if (word === undefined || words.length > 1) {
    throw new Mendable(`Say one operation, in quotes: ${OWN_COMMAND} plan '{ note(id: "note_1") { title } }'`);
  }
  if (!word.endsWith('.graphql')) return word;
  return readFile(word, 'utf8').catch((cause) => {
    throw new Mendable(`The operation ${word} can’t be read`, { cause });
  });
}

function variablesOf(text: string | boolean | undefined): Readonly<Record<string, unknown>> {
  if (text === undefined) return {};
  const variables = parsed(String(text));
  if (isObject(variables)) return variables;
  throw new Mendable('--variables must be a JSON object, such as \'{"id":"note_1"}\'');
}

/** The grants of a caller who showed a credential; undefined where nothing is said of them. */
function grantsOf(scopes: string | boolean | undefined, policies: string | boolean | undefined): Grants | undefined {
  if (scopes === undefined && policies === undefined) return undefined;
  const names = (given: string | boolean | undefined) =>
    new Set(
      String(given ?? '')
        .split(',')
        .filter(Boolean),
    );
  return { authenticated: true, scopes: names(scopes), policies: names(policies) };
}

/** The value that a JSON text stands for; undefined where it is none. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

async function planned(
  file: string,
  { query, variables, operationName }: PlanRequest,
  grants: Grants | undefined,
): Promise<Explanation> {
  const sdl = await readFile(file, 'utf8').catch((cause) => {
    throw new Mendable(`The supergraph ${file} can’t be read; --supergraph names another`, { cause });
  });
  const { GraphQLError, parse, validate } = await import('graphql');
  const { documentRules } = await import('../operations/document-rules.ts');
  const { Snapshot } = await import('../supergraph/snapshot.ts');
  const { localPlanning } = await import('../planning/threads/local-planning.ts');
  const { PLANNER_LIMITS } = await import('../planning/planning-options.ts');
  const { explanation } = await import('../telemetry/explain.ts');
  try {
    const snapshot = new Snapshot(sdl, localPlanning(sdl, PLANNER_LIMITS));
    const document = parse(query);
    const [invalid] = validate(snapshot.schema, document, documentRules);
    if (invalid) throw invalid;
    const source = { id: query, document, operationName };
    const prepared = await (grants ? snapshot.prepare(source, undefined, grants) : snapshot.prepareWhole(source));
    return explanation(await prepared.stepsInParts(variables), prepared.planned.refused);
  } catch (error) {
    throw error instanceof GraphQLError ? new Mendable(error.toString(), { cause: error }) : error;
  }
}

async function executed(url: string, request: PlanRequest): Promise<Explanation> {
  const door = URL.parse('/graphql', url);
  if (!door) throw new Mendable(`--url must be a gateway’s address, such as http://127.0.0.1:4000, not ${url}`);
  const response = await fetch(door, {
    method: 'POST',
    headers: { 'content-type': 'application/json', [EXPLAIN_HEADER]: 'on' },
    body: JSON.stringify(request),
  }).catch((cause) => {
    throw new Mendable(`No gateway answers at ${url}`, { cause });
  });
  const answer = parsed(await response.text().catch(() => ''));
  if (!isObject(answer)) throw new Mendable(`What answers at ${url} is no GraphQL server (HTTP ${response.status})`);
  const { errors, extensions } = answer as { errors?: unknown; extensions?: { explain?: Explanation } };
  if (extensions?.explain) return extensions.explain;
  const why = (Array.isArray(errors) ? errors : []).map((error) => error?.message).join('\n');
  throw new Mendable(why || `The gateway at ${url} explains nothing: start it with GATEWAY_EXPLAIN=on`);
}
