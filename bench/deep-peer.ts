import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parentPort } from 'node:worker_threads';
import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { graphql, parse } from 'graphql';
import { Agent, request } from 'undici';
import { deepWorld } from './engine/deep-world.ts';

/** The other side of a gateway that is measured, in a thread of its own: the subgraphs of the deep world, and a client. */

/** What the thread says first. */
export interface Listening {
  readonly supergraphSdl: string;
}

/** What the thread is asked: to send queries, one after the other, to a gateway. It answers with what came back. */
export interface Ask {
  readonly url: string;
  readonly queries: readonly string[];
}

/** What came back of the queries. */
export interface Asked {
  readonly answered: number;
  /** Answers other than data without errors, or why there was none. */
  readonly failures: readonly string[];
}

const services = await Promise.all(
  deepWorld.map(async ({ name, typeDefs, resolvers }) => {
    const document = parse(typeDefs);
    const schema = buildSubgraphSchema([{ typeDefs: document, resolvers }]);
    const server = createServer(async (incoming, response) => {
      const { query, variables } = JSON.parse(Buffer.concat(await Array.fromAsync(incoming)).toString());
      const result = await graphql({ schema, source: query, variableValues: variables });
      response.setHeader('content-type', 'application/json').end(JSON.stringify(result));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return { name, typeDefs: document, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
  }),
);
const { supergraphSdl, errors } = composeServices(services);
if (!supergraphSdl) throw new Error('The world does not compose', { cause: errors });

const agent = new Agent();

async function ask(url: string, query: string): Promise<string | undefined> {
  try {
    const { statusCode, body } = await request(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
      dispatcher: agent,
    });
    const text = await body.text();
    return statusCode === 200 && text.startsWith('{"data":{') ? undefined : `${statusCode} ${text.slice(0, 300)}`;
  } catch (error) {
    return String(error);
  }
}

parentPort?.on('message', async ({ url, queries }: Ask) => {
  const failures: string[] = [];
  for (const query of queries) {
    const failure = await ask(url, query);
    if (failure !== undefined) failures.push(failure);
  }
  parentPort?.postMessage({ answered: queries.length, failures } satisfies Asked);
});
const listening: Listening = { supergraphSdl };
parentPort?.postMessage(listening);
