import type { Subgraph } from './workload.ts';
import { VIEWER_HEADER } from './workload.ts';

/** A subgraph that is asked over HTTP, always by the same person, so that it answers equal questions alike. */
export function subgraphAt(url: string): Subgraph {
  return async (body) => {
    const headers = { 'content-type': 'application/json', [VIEWER_HEADER]: 'bench' };
    const response = await fetch(url, { method: 'POST', headers, body });
    if (!response.ok) throw new Error(`${url} answered ${response.status}: ${(await response.text()).slice(0, 500)}`);
    return Buffer.from(await response.arrayBuffer());
  };
}
