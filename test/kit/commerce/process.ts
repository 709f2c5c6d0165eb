import { runSubgraph, type SubgraphProcess } from '../subgraph-process.ts';

/** Port 1 is nobody's. */
const NOBODY = 'http://127.0.0.1:1/feed/product-links';

/** Runs commerce as `runSubgraph` does, with no content to follow. */
export function runCommerce(env: Record<string, string>, args: readonly string[] = []): SubgraphProcess {
  return runSubgraph('commerce', { COMMERCE_LINK_FEED_URL: NOBODY, ...env }, args);
}
