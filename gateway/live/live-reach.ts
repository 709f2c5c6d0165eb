import type { Caller } from '../clients/caller.ts';
import { forSubgraph, type PerSubgraph } from '../settings/per-subgraph.ts';
import type { Asker } from '../subgraphs/client-request.ts';
import { CLAIMS_HEADER } from '../subgraphs/signed-claims.ts';
import type { OpenSubgraphs } from '../subgraphs/subgraph-connections.ts';
import { routeUrl, type SubscriptionRoute } from '../subgraphs/upstreams/route.ts';
import { plainText } from '../utf8-text.ts';
import type { LiveReach } from './live-source.ts';

/** What a subgraph is not told of a caller whose subscription may be another's, too. */
const OF_ONE_REQUEST = ['x-request-id', 'traceparent', 'tracestate'];

/** The way to subscribe to subgraphs, beside that to ask them. */
export function liveReach(
  subgraphs: OpenSubgraphs,
  routes: PerSubgraph<SubscriptionRoute>,
  askFor: LiveReach['askFor'],
): LiveReach {
  const askerOf = ({ headers, viewer, claims }: Caller): Asker => ({ headers, person: viewer, claims });
  return {
    askFor,
    identityOf: (caller, names) => subgraphs.identityOf(askerOf(caller), names),
    upstreamFor(caller, { subgraph, body }) {
      const route = forSubgraph(routes, subgraph);
      const known = subgraphs.byName.get(subgraph);
      if (route === 'off' || !known) return undefined;
      const { protocol } = route;
      const told = subgraphs.told(askerOf(caller), subgraph);
      const headers = Object.fromEntries(
        Object.entries(told.headers).filter(([name]) => !OF_ONE_REQUEST.includes(name)),
      );
      const target = { subgraph, protocol, url: routeUrl(route, known.url), timeout: known.timeout };
      const { claims } = caller;
      const signed = claims && (() => ({ [CLAIMS_HEADER]: claims.tokenFor(subgraph) }));
      return { target, body: plainText(body), headers, signed, identity: told.identity };
    },
  };
}
