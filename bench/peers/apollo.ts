import { ApolloGateway, RemoteGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { peerSettings } from './peer-settings.ts';

/** The stock gateway: Apollo Server standalone with Apollo Gateway. */
const { port, supergraphSdl, header } = peerSettings();

interface Context {
  readonly forwarded?: string | undefined;
}

class Forwarding extends RemoteGraphQLDataSource<Context> {
  override willSendRequest({
    request,
    context,
  }: Parameters<NonNullable<RemoteGraphQLDataSource<Context>['willSendRequest']>>[0]) {
    if (context.forwarded !== undefined) request.http?.headers.set(header, context.forwarded);
  }
}

const quiet = { debug() {}, info() {}, warn() {}, error() {} };
const gateway = new ApolloGateway({ supergraphSdl, logger: quiet, buildService: ({ url }) => new Forwarding({ url }) });
const server = new ApolloServer<Context>({ gateway, logger: quiet });
await startStandaloneServer(server, {
  listen: { host: '127.0.0.1', port },
  context: async ({ req }) => ({ forwarded: req.headers[header] as string | undefined }),
});
