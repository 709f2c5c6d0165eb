import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type GraphQLFieldResolver, graphql, parse } from 'graphql';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Environment, readConfig } from '../../gateway/config.ts';
import { type RunningGateway, startGateway } from '../../gateway/main.ts';
import { createLog } from '../../gateway/telemetry/log.ts';
import { composeLocal, type LocalSubgraph, withLink } from '../kit/federation.ts';
import { post, settings } from '../kit/gateway.ts';
import { STALL_PAGE, stall } from '../kit/stall.ts';
import { startRawServer, type TestServer } from '../kit/subgraph.ts';

/** What goes wrong with the entities of one type, in whatever request they are asked for. */
interface Mishap {
  readonly type: string;
  readonly how: 'throws' | 'is short' | 'has a null' | 'fails in a field' | 'is garbage' | 'hangs' | 'breaks off';
}

let mishap: Mishap | undefined;
const documents: string[] = [];

interface Reference {
  readonly __typename: string;
}

/** A subgraph whose `_entities` does what the mishap says. */
function schemaOf({ typeDefs, resolvers }: LocalSubgraph) {
  const schema = buildSubgraphSchema({ typeDefs: parse(withLink(typeDefs)), resolvers: resolvers as never });
  const entities = schema.getQueryType()?.getFields()._entities;
  const resolve = entities?.resolve as GraphQLFieldResolver<unknown, unknown>;
  if (entities) {
    entities.resolve = (source, args, context, info) => {
      const references = args.representations as Reference[];
      const list = resolve(source, args, context, info) as unknown[];
      if (!mishap || references[0]?.__typename !== mishap.type) return list;
      if (mishap.how === 'throws') throw new Error('the list failed');
      if (mishap.how === 'is short') return list.slice(1);
      if (mishap.how === 'has a null') return [new Error('one failed'), ...list.slice(1)];
      return list;
    };
  }
  for (const name of ['Note', 'Item', 'Seller']) {
    const fields = (schema.getType(name) as { getFields?: () => Record<string, { resolve?: unknown }> }).getFields?.();
    const likes = fields?.likes;
    if (!likes) continue;
    const right = likes.resolve as GraphQLFieldResolver<unknown, unknown>;
    likes.resolve = ((source, args, context, info) => {
      if (mishap?.type === name && mishap.how === 'fails in a field') throw new Error('the field failed');
      return right(source, args, context, info);
    }) satisfies GraphQLFieldResolver<unknown, unknown>;
  }
  return schema;
}

function serve(subgraph: LocalSubgraph): Promise<TestServer> {
  const schema = schemaOf(subgraph);
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await text(request);
    const { query, variables } = JSON.parse(body) as { query: string; variables: Record<string, unknown> };
    documents.push(query);
    const asksType = mishap && body.includes(`"__typename":"${mishap.type}"`);
    if (asksType && mishap?.how === 'is garbage') return response.writeHead(500).end('<html>oops</html>');
    if (asksType && mishap?.how === 'hangs') return undefined;
    if (asksType && mishap?.how === 'breaks off') return request.socket.destroy();
    return response.end(JSON.stringify(await graphql({ schema, source: query, variableValues: variables })));
  };
  return startRawServer((request, response) => void answer(request, response));
}

describe('a gateway that sends fetches together, beside one that does not', () => {
  const closing = new AsyncDisposableStack();
  let [together, apart]: RunningGateway[] = [];

  const startWith = async (file: { file: string; folder: string }, urls: string, env: Environment) => {
    const given = { GATEWAY_SUBGRAPH_URLS: urls, GATEWAY_SUBGRAPH_TIMEOUT_MS: '1000', GATEWAY_SUBGRAPH_RETRIES: '0' };
    const disposable = { ...file, [Symbol.asyncDispose]: async () => undefined };
    const calm = { GATEWAY_BREAKER: 'off', ...given, ...env };
    const gateway = await startGateway(readConfig(settings(disposable, calm), {}), createLog('silent'));
    closing.defer(() => gateway.close());
    return gateway;
  };

  beforeAll(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'redcat-batching-'));
    closing.defer(() => rm(folder, { recursive: true }));
    await mkdir(join(folder, 'operations'));
    const file = join(folder, 'supergraph.graphql');
    await writeFile(file, composeLocal(stall));
    const [goods, figures] = [closing.use(await serve(stall.goods)), closing.use(await serve(stall.figures))];
    const urls = `goods=${goods.origin}/,figures=${figures.origin}/`;
    together = await startWith({ file, folder }, urls, {});
    apart = await startWith({ file, folder }, urls, { GATEWAY_BATCH: 'figures=off' });
  });

  afterAll(() => closing.disposeAsync());

  beforeEach(() => {
    mishap = undefined;
  });

  const ask = async (gateway: RunningGateway | undefined, variables = {}) => {
    documents.length = 0;
    const { data, errors } = await post(gateway?.url ?? '', { query: STALL_PAGE, variables });
    const told = errors.map(({ message, path, extensions }) =>
      JSON.stringify({ message, path, code: extensions?.code }),
    );
    return { data, errors: told.sort(), requests: documents.length };
  };

  test('it makes fewer requests, and answers the same', async () => {
    const [one, other] = [await ask(together, { than: 2 }), await ask(apart, { than: 2 })];
    expect(one).toEqual({ ...other, requests: 2 });
    expect(other).toMatchObject({ requests: 4, errors: [] });
  });

  for (const type of ['Note', 'Item', 'Seller']) {
    for (const [how, requests] of [
      ['fails in a field', 2],
      ['has a null', 2],
      ['is short', 2],
      ['throws', 5],
      ['is garbage', 5],
    ] as const) {
      test(`where the list of ${type} ${how}, it answers the same`, async () => {
        mishap = { type, how };
        const [one, other] = [await ask(together), await ask(apart)];
        expect(one).toEqual({ ...other, requests });
        expect(one.errors).not.toEqual([]);
      });
    }
  }

  for (const [how, code] of [
    ['hangs', 'SUBGRAPH_TIMEOUT'],
    ['breaks off', 'SUBGRAPH_UNAVAILABLE'],
  ] as const) {
    test(`where a subgraph ${how}, all that was asked of it is told as missing, and nothing is sent again`, async () => {
      mishap = { type: 'Item', how };
      const { data, errors, requests } = await ask(together);
      const none = { likes: null };
      expect(data).toEqual({ page: { title: 'a page', note: none, items: [none, none], seller: none } });
      expect(errors.map((error) => JSON.parse(error).code)).toEqual([code, code, code, code]);
      expect(requests).toBe(2);
    });
  }
});
