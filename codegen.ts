import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { Supergraph } from '@apollo/federation-internals';
import { buildSchema, type GraphQLSchema } from 'graphql';
import { generateCode } from 'mercurius-codegen';

const HELP = `Writes resolver types of both subgraphs, and typed documents of schema/operations, to schema/generated.

  node codegen.ts            write the files
  node codegen.ts --check    write nothing; fail when a file is stale

Example: npm run codegen -- --check`;

const scalars = { DateTime: 'string', Date: 'string', URL: 'string', BigInt: 'number', Decimal: 'string' };

/** mercurius-codegen ends with an augmentation of Mercurius's global types, of which a program can hold only one. */
const withoutAugmentation = (code: string) => code.replace(/\s*declare module "mercurius" \{[\s\S]*$/, '\n');

async function generate(schema: GraphQLSchema, operations?: string): Promise<string> {
  const config = { scalars, enumsAsTypes: true, skipTypename: true };
  const code = await generateCode(schema, config, '// Written by codegen.ts; do not edit.\n', true, operations);
  return withoutAugmentation(code);
}

/** Read as plain SDL: resolver types need the subgraph's own fields, not `_service` and `_entities`. */
async function subgraph(name: string): Promise<string> {
  return generate(buildSchema(await readFile(`schema/${name}.graphql`, 'utf8'), { assumeValidSDL: true }));
}

async function operations(): Promise<string> {
  const supergraph = Supergraph.build(await readFile('schema/supergraph.graphql', 'utf8'));
  return generate(supergraph.apiSchema().toGraphQLJSSchema(), 'schema/operations/**/*.graphql');
}

const { values } = parseArgs({ options: { check: { type: 'boolean' }, help: { type: 'boolean' } } });
if (values.help) {
  process.stdout.write(`${HELP}\n`);
} else {
  const files = {
    'schema/generated/content.ts': await subgraph('content'),
    'schema/generated/commerce.ts': await subgraph('commerce'),
    'schema/generated/operations.ts': await operations(),
  };
  await mkdir('schema/generated', { recursive: true });
  for (const [path, code] of Object.entries(files)) {
    if (!values.check) {
      await writeFile(path, code);
    } else if (code !== (await readFile(path, 'utf8').catch(() => undefined))) {
      process.stderr.write(`${path} is stale: run npm run codegen, and commit what it writes\n`);
      process.exitCode = 1;
    }
  }
}
