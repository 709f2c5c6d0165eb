import type { Subgraph } from './subgraph.ts';

/** How long an answer about readiness is good for, in milliseconds: probes of many load balancers cost each subgraph one request a second. */
const FRESH = 1000;

/** Whether a subgraph says that it can answer. */
export type ReadinessCheck = () => Promise<boolean>;

/** From here on a status says that a server can't answer. */
const SERVER_ERROR = 500;

/**
 * Asks the subgraph's own /readyz, at the origin of its URL; answers are shared for a second. A server that knows no such path answers, and is ready.
 * @param timeout milliseconds after which it counts as not ready
 */
export function readinessOf(
  subgraph: Pick<Subgraph, 'pool'>,
  timeout: number,
  now: () => number = Date.now,
): ReadinessCheck {
  let asked = Number.NEGATIVE_INFINITY;
  let answer = Promise.resolve(false);
  return () => {
    if (now() - asked >= FRESH) {
      asked = now();
      answer = isReady(subgraph, timeout);
    }
    return answer;
  };
}

async function isReady({ pool }: Pick<Subgraph, 'pool'>, timeout: number): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(timeout);
    const response = await pool.request({ method: 'GET', path: '/readyz', signal });
    await response.body.dump();
    return response.statusCode < SERVER_ERROR;
  } catch {
    return false;
  }
}

/** The check of each subgraph that is served now, by name. */
export function readinessChecks(
  subgraphs: () => ReadonlyMap<string, Subgraph>,
  timeout: number,
): () => ReadonlyMap<string, ReadinessCheck> {
  const checks = new WeakMap<Subgraph, ReadinessCheck>();
  const checkOf = (subgraph: Subgraph): ReadinessCheck => {
    const check = checks.get(subgraph) ?? readinessOf(subgraph, timeout);
    checks.set(subgraph, check);
    return check;
  };
  return () => new Map([...subgraphs()].map(([name, subgraph]) => [name, checkOf(subgraph)]));
}
