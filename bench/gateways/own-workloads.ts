import { readFile } from 'node:fs/promises';
import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type DocumentNode, graphql, parse } from 'graphql';
import { temporarySystem } from '../../system/temporary-system.ts';
import { DEEP_QUERY, deepWorld, SMALL_QUERY } from '../engine/deep-world.ts';
import { federation1Sdl } from './deep-world-federation1.ts';
import { subgraphAt } from './remote-subgraph.ts';
import type { Subgraph, Workload } from './workload.ts';

/** A workload that is there when it is asked for, and gone when it is disposed of. */
export type OpenWorkload = Workload & AsyncDisposable;

/** How each workload of the project is opened, by name. */
export const ownWorkloads: Readonly<Record<string, () => Promise<OpenWorkload>>> = {
  NotePage: () => page('NotePage'),
  SearchPage: () => page('SearchPage'),
  small: async () => ofDeepWorld('small', SMALL_QUERY),
  deep: async () => ofDeepWorld('deep', DEEP_QUERY),
};

/** A page of the sample world, answered by its two subgraphs over a database. */
async function page(name: string): Promise<OpenWorkload> {
  const file = `schema/operations/frontend/${name}`;
  const system = await temporarySystem('S');
  const { content, commerce } = system.urls;
  return {
    name,
    supergraphSdl: await readFile('schema/supergraph.graphql', 'utf8'),
    query: await readFile(`${file}.graphql`, 'utf8'),
    variables: JSON.parse(await readFile(`${file}.variables.json`, 'utf8')),
    subgraphs: new Map([
      ['content', subgraphAt(`${content}/graphql`)],
      ['commerce', subgraphAt(`${commerce}/graphql`)],
    ]),
    inFederation1: false,
    [Symbol.asyncDispose]: () => system[Symbol.asyncDispose](),
  };
}

type Parsed = Omit<(typeof deepWorld)[number], 'typeDefs'> & { readonly typeDefs: DocumentNode };

function ofDeepWorld(name: string, query: string): OpenWorkload {
  const parsed: Parsed[] = deepWorld.map((each) => ({ ...each, typeDefs: parse(each.typeDefs) }));
  const composed = composeServices(
    parsed.map(({ name, typeDefs }) => ({ name, url: `http://${name}.test/`, typeDefs })),
  );
  if (composed.errors) throw new Error('The world does not compose', { cause: composed.errors });
  return {
    name,
    supergraphSdl: composed.supergraphSdl,
    query,
    variables: {},
    subgraphs: new Map(parsed.map((each) => [each.name, executing(each)])),
    inFederation1: true,
    [Symbol.asyncDispose]: async () => {},
  };
}

/** Asked for its SDL, as only a gateway of Federation 1 does, it tells that in Federation 1. */
function executing({ name, typeDefs, resolvers }: Parsed): Subgraph {
  const schema = buildSubgraphSchema([{ typeDefs, resolvers }]);
  return async (body) => {
    const { query: source, variables: variableValues, operationName } = JSON.parse(body);
    const asksForSdl = source.includes('_service');
    const answer = asksForSdl
      ? { data: { _service: { sdl: federation1Sdl[name] } } }
      : await graphql({ schema, source, variableValues, operationName });
    return Buffer.from(JSON.stringify(answer));
  };
}
