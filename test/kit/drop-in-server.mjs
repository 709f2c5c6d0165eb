// A plain Apollo Server in a project of its own: GATEWAY says whose gateway, each line of stdout is what one request showed to plugins.
import { readFileSync } from 'node:fs';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';

const { GATEWAY, SUPERGRAPH, REQUESTS, DEFER } = process.env;
const supergraphSdl = readFileSync(SUPERGRAPH, 'utf8');
const gateway =
  GATEWAY === 'redcat'
    ? (await import('redcat-gateway')).redcatGateway({ supergraphSdl })
    : new (await import('@apollo/gateway')).ApolloGateway({ supergraphSdl });

let seen = [];
const shown = ({ message, path, extensions: { code, serviceName } }) => ({ message, path, code, serviceName });
const plugin = {
  async requestDidStart() {
    return {
      async didEncounterErrors({ errors }) {
        seen.push({ didEncounterErrors: errors.map(shown) });
      },
      async willSendResponse({ response }) {
        seen.push({ willSendResponse: structuredClone(response.body.singleResult?.data) });
      },
    };
  },
};
const deferring = DEFER ? [(await import('redcat-gateway')).redcatDefer(gateway)] : [];
const server = new ApolloServer({
  gateway,
  logger: { debug() {}, info() {}, warn() {}, error() {} },
  plugins: [plugin, ...deferring],
  formatError(formatted, error) {
    seen.push({ formatError: shown(formatted), same: formatted.message === error.message });
    return formatted;
  },
});
const { url } = await startStandaloneServer(server, { listen: { port: 0, host: '127.0.0.1' } });
for (const { accept = 'application/json', ...body } of JSON.parse(REQUESTS)) {
  seen = [];
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept },
    body: JSON.stringify(body),
  });
  if (response.headers.get('content-type').startsWith('multipart')) {
    const parts = (await response.text()).split('---').filter((text) => text.includes('{'));
    const read = parts.map((text) => JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1)));
    process.stdout.write(`${JSON.stringify({ status: response.status, parts: read })}\n`);
    continue;
  }
  const { errors, ...rest } = await response.json();
  const told = errors?.map(shown);
  process.stdout.write(`${JSON.stringify({ status: response.status, ...rest, errors: told, seen })}\n`);
}
await server.stop();
