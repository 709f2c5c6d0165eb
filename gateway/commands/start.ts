import { readConfig } from '../config.ts';
import { OWN_COMMAND } from '../process/own-command.ts';
import { fitYoungGeneration } from '../process/young-generation.ts';
import type { Command } from './command.ts';

export const start: Command = {
  summary: 'serve a supergraph over HTTP',
  help: `Serves a supergraph until SIGTERM or SIGINT, then answers what is under way and ends.

  --supergraph <file or URL>   the supergraph (default: GATEWAY_SUPERGRAPH, else schema/supergraph.graphql)
  --subgraphs <file>           a list of subgraphs to compose in its place, as \`compose\` takes it

A supergraph that changes is served without a restart; one that can't be used is refused, and the old one stays.

Settings are environment variables: PORT, HOST and GATEWAY_*; docs/settings.md lists them.

Example: PORT=4100 ${OWN_COMMAND} start --supergraph schema/supergraph.graphql`,
  flags: { supergraph: { type: 'string' }, subgraphs: { type: 'string' } },
  async run({ supergraph, subgraphs }) {
    const overrides = {
      // What the command line names wins over what the environment names.
      ...(typeof supergraph === 'string' && { GATEWAY_SUPERGRAPH: supergraph, GATEWAY_SUBGRAPHS: '' }),
      ...(typeof subgraphs === 'string' && { GATEWAY_SUBGRAPHS: subgraphs }),
    };
    fitYoungGeneration();
    const config = readConfig(overrides);
    const stopped = untilStopped();
    const { startGateway } = await import('../main.ts');
    const gateway = await startGateway(config).catch((error) => {
      leaveParent();
      throw error;
    });
    // The parent may be gone by now, which the channel's end has told already.
    process.send?.('listening', undefined, undefined, () => undefined);
    void stopped.then(async () => {
      await gateway.close();
      leaveParent();
    });
    return undefined;
  },
};

/** Cuts the channel to the process that forked this one, if one did: a listener to it holds the process. */
function leaveParent(): void {
  if (process.connected) process.disconnect();
}

/** Resolves when a signal asks for the end, or the process that forked this one is gone; listens from the start, for that may come early. */
function untilStopped(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  for (const event of ['SIGTERM', 'SIGINT', 'disconnect']) process.once(event, () => resolve());
  if (process.connected === false) resolve();
  return promise;
}
