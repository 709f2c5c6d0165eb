import mercuriusGateway from '@mercuriusjs/gateway';
import Fastify from 'fastify';
import { peerSettings } from '../peer-settings.ts';

// JavaScript: its packages are installed for measuring only, and types are checked without them.
/** Mercurius gateway, which composes the subgraphs' Federation 1 schemas itself. */
const { port, subgraphs, header } = peerSettings();

const app = Fastify({ logger: false });
await app.register(mercuriusGateway, {
  jit: 1,
  gateway: {
    services: subgraphs.map(({ name, url }) => ({
      name,
      url,
      // As many as the others open; ten is its default.
      connections: 128,
      rewriteHeaders: (headers) => (headers?.[header] === undefined ? {} : { [header]: headers[header] }),
    })),
  },
});
await app.listen({ port, host: '127.0.0.1' });
