import { glob, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ROUTER_SUPPORTED_SUPERGRAPH_FEATURES, Supergraph } from '@apollo/federation-internals';
import { buildSchema, type GraphQLSchema } from 'graphql';
import { generateCode } from 'mercurius-codegen';
import { readOperations } from './gateway/operations/folder.ts';
import { manifestText } from './gateway/operations/manifest.ts';
import { readCommandLine } from './settings/command-line.ts';

const HELP = `Writes resolver types of both subgraphs (subgraphs/*/generated) and typed documents of schema/operations and their
manifest (schema/generated).

  node codegen.ts            write the files
  node codegen.ts --check    write nothing; fail when a file is stale

Example: npm run codegen -- --check`;

const scalars = { DateTime: 'string', Date: 'string', URL: 'string', BigInt: 'number', Decimal: 'string' };

/** mercurius-codegen ends with an augmentation of Mercurius's global types, of which a program can hold only one. */
const withoutAugmentation = (code: string) => code.replace(/\s*declare module "mercurius" \{[\s\S]*$/, '\n');

async function generate(schema: GraphQLSchema, config: object, operations?: string): Promise<string> {
  const all = { scalars, enumsAsTypes: true, skipTypename: true, ...config };
  const code = await generateCode(schema, all, '// Written by codegen.ts; do not edit.\n', true, operations);
  return withoutAugmentation(code);
}

/**
 * Types of a subgraph's resolvers. `NoteModel` in its models.ts, or in a file of its folder models, is what resolvers of Note get as their
 * parent. The SDL is read as it stands: resolvers have the subgraph's own fields, not `_service` and `_entities`.
 */
async function resolverTypes(subgraph: string): Promise<string> {
  const schema = buildSchema(await readFile(`schema/${subgraph}.graphql`, 'utf8'), { assumeValidSDL: true });
  const folder = `subgraphs/${subgraph}`;
  const files = (await Array.fromAsync(glob(['models.ts', 'models/*.ts'], { cwd: folder }))).sort();
  const mappers: Record<string, string> = {};
  for (const file of files) {
    const models = (await readFile(join(folder, file), 'utf8')).matchAll(/export (?:type|interface) (\w+)Model\b/g);
    for (const [, type] of models) mappers[`${type}`] = `../${file}#${type}Model`;
  }
  return generate(schema, { mappers, contextType: '../context.ts#Context' });
}

async function operationTypes(): Promise<string> {
  const options = { supportedFeatures: ROUTER_SUPPORTED_SUPERGRAPH_FEATURES };
  const supergraph = Supergraph.build(await readFile('schema/supergraph.graphql', 'utf8'), options);
  const folder = await mkdtemp(join(tmpdir(), 'redcat-operations-'));
  try {
    // In one file, sorted: mercurius-codegen takes a folder's files in the file system's order, which differs between machines.
    const paths = (await Array.fromAsync(glob('schema/operations/**/*.graphql'))).sort();
    const all = join(folder, 'all.graphql');
    await writeFile(all, (await Promise.all(paths.map((path) => readFile(path, 'utf8')))).join('\n'));
    return await generate(supergraph.apiSchema().toGraphQLJSSchema(), {}, all);
  } finally {
    await rm(folder, { recursive: true });
  }
}

const { values } = readCommandLine({ options: { check: { type: 'boolean' }, help: { type: 'boolean' } } });
if (values.help) {
  process.stdout.write(`${HELP}\n`);
} else {
  const files = {
    'subgraphs/content/generated/resolvers.ts': await resolverTypes('content'),
    'subgraphs/commerce/generated/resolvers.ts': await resolverTypes('commerce'),
    'schema/generated/operations.ts': await operationTypes(),
    'schema/generated/persisted-query-manifest.json': manifestText(
      await readOperations('schema/operations', { mayBeMissing: false }),
    ),
  };
  for (const [path, code] of Object.entries(files)) {
    if (!values.check) {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, code);
    } else if (code !== (await readFile(path, 'utf8').catch(() => undefined))) {
      process.stderr.write(`${path} is stale: run npm run codegen, and commit what it writes\n`);
      process.exitCode = 1;
    }
  }
}
