import { createServer } from 'node:http';
import { createGatewayRuntime } from '@graphql-hive/gateway-runtime';
import { unifiedGraphHandler } from '@graphql-hive/router-runtime';
import { useJIT } from '@graphql-mesh/plugin-jit';
import { peerSettings } from '../peer-settings.ts';

// JavaScript: its packages are installed for measuring only, and types are checked without them.
/** Hive Gateway; with `rust` as its second argument it plans by its router's planner, and executes by that planner's runtime. */
const { port, supergraphSdl, header, alike } = peerSettings();
const rust = process.argv[3] === 'rust';

const gateway = createGatewayRuntime({
  supergraph: supergraphSdl,
  ...(rust && { unifiedGraphHandler }),
  plugins: () => (rust ? [] : [useJIT()]),
  propagateHeaders: {
    fromClientToSubgraphs: ({ request }) => ({ [header]: request.headers.get(header) }),
  },
  inboundInflightRequestDeduplication: alike,
  logging: false,
  graphiql: false,
  landingPage: false,
  requestId: false,
});
createServer(gateway).listen(port, '127.0.0.1');
