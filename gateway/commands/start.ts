import { readConfig } from '../config.ts';
import type { Command } from './command.ts';

export const start: Command = {
  summary: 'serve a supergraph over HTTP',
  help: `Serves a supergraph until SIGTERM or SIGINT, then answers what is under way and ends.

  --supergraph <file>   the supergraph (default: GATEWAY_SUPERGRAPH, else schema/supergraph.graphql)

Settings are environment variables: PORT, HOST and GATEWAY_*; README lists them.

Example: PORT=4100 node gateway/cli.ts start --supergraph other/supergraph.graphql`,
  flags: { supergraph: { type: 'string' } },
  async run({ supergraph }) {
    const overrides = typeof supergraph === 'string' ? { GATEWAY_SUPERGRAPH: supergraph } : {};
    const { startGateway } = await import('../main.ts');
    const gateway = await startGateway(readConfig(overrides));
    const stop = () => void gateway.close();
    process.once('SIGTERM', stop).once('SIGINT', stop);
    // Where a parent started this process, the channel to it is cut when the parent dies.
    process.once('disconnect', stop);
    return undefined;
  },
};
