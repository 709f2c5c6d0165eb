import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import { startStandaloneServer } from '@apollo/server/standalone';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import { resolvers } from './resolvers.ts';

const HELP = `Serves the video platform's subgraph: clips, and the products that they show.

  node examples/video/main.ts [--port <number>]     4003 by default; 0 takes a free one`;

const { values } = parseArgs({ options: { port: { type: 'string', default: '4003' }, help: { type: 'boolean' } } });
if (values.help) {
  process.stdout.write(`${HELP}\n`);
} else {
  const typeDefs = parse(await readFile(new URL('schema.graphql', import.meta.url), 'utf8'));
  const server = new ApolloServer({
    schema: buildSubgraphSchema({ typeDefs, resolvers }),
    plugins: [ApolloServerPluginInlineTraceDisabled()],
  });
  const { url } = await startStandaloneServer(server, { listen: { host: '127.0.0.1', port: Number(values.port) } });
  process.stdout.write(`The video platform is ready: ${url}\n`);
}
