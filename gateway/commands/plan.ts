import { readFile } from 'node:fs/promises';
import { Mendable } from '../mendable.ts';
import { EXPLAIN_HEADER, type Explanation } from '../telemetry/explain.ts';
import type { Command } from './command.ts';

export const plan: Command = {
  summary: 'show how an operation is planned, or how long each fetch took',
  help: `Shows the plan of an operation as a tree: what is fetched from which subgraph, in which order.
The operation is GraphQL text, or the path of a file that ends in .graphql.

  --supergraph <file>   the supergraph (default schema/supergraph.graphql)
  --variables <json>    its variables; those of @skip, @include and @defer decide the plan
  --operation <name>    which operation of the document
  --url <url>           a running gateway, which executes the operation and tells how long each fetch took (GATEWAY_EXPLAIN=on)
  --json                the same as JSON

Example: node gateway/cli.ts plan '{ note(id: "note_1") { title conversion { orders } } }'`,
  flags: {
    supergraph: { type: 'string' },
    variables: { type: 'string' },
    operation: { type: 'string' },
    url: { type: 'string' },
    json: { type: 'boolean' },
  },
  takesWords: true,
  async run({ supergraph = 'schema/supergraph.graphql', variables, operation, url, json }, words) {
    const request = {
      query: await documentOf(words),
      variables: variablesOf(variables),
      operationName: typeof operation === 'string' ? operation : undefined,
    };
    const explanation = await (url === undefined
      ? planned(String(supergraph), request)
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
    throw new Mendable('Say one operation, in quotes: redcat plan \'{ note(id: "note_1") { title } }\'');
  }
  if (!word.endsWith('.graphql')) return word;
  return readFile(word, 'utf8').catch((cause) => {
    throw new Mendable(`The operation ${word} can’t be read`, { cause });
  });
}

function variablesOf(text: string | boolean | undefined): Readonly<Record<string, unknown>> {
  if (text === undefined) return {};
  try {
    return JSON.parse(String(text));
  } catch (cause) {
    throw new Mendable('--variables must be JSON, such as \'{"id":"note_1"}\'', { cause });
  }
}

async function planned(file: string, { query, variables, operationName }: PlanRequest): Promise<Explanation> {
  const sdl = await readFile(file, 'utf8').catch((cause) => {
    throw new Mendable(`The supergraph ${file} can’t be read; --supergraph names another`, { cause });
  });
  const { GraphQLError, parse, validate } = await import('graphql');
  const { documentRules } = await import('../operations/document-rules.ts');
  const { Snapshot } = await import('../supergraph/snapshot.ts');
  const { localPlanning } = await import('../planning/local-planning.ts');
  const { PLANNER_LIMITS } = await import('../planning/planning-options.ts');
  const { explanation } = await import('../telemetry/explain.ts');
  try {
    const snapshot = new Snapshot(sdl, localPlanning(sdl, PLANNER_LIMITS));
    const document = parse(query);
    const [invalid] = validate(snapshot.schema, document, documentRules);
    if (invalid) throw invalid;
    const prepared = await snapshot.prepare({ id: query, document, operationName });
    return explanation(prepared.steps(variables));
  } catch (error) {
    throw error instanceof GraphQLError ? new Mendable(error.toString(), { cause: error }) : error;
  }
}

async function executed(url: string, request: PlanRequest): Promise<Explanation> {
  const response = await fetch(new URL('/graphql', url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', [EXPLAIN_HEADER]: 'on' },
    body: JSON.stringify(request),
  }).catch((cause) => {
    throw new Mendable(`No gateway answers at ${url}`, { cause });
  });
  const { errors = [], extensions } = (await response.json()) as {
    errors?: { message: string }[];
    extensions?: { explain?: Explanation };
  };
  if (extensions?.explain) return extensions.explain;
  const why = errors.map(({ message }) => message).join('\n');
  throw new Mendable(why || `The gateway at ${url} explains nothing: start it with GATEWAY_EXPLAIN=on`);
}
