import { metricOf } from './metric.ts';

const REQUESTS = 2000;
const AT_ONCE = 20;
const MOST_ROUNDS = 20;
const SETTLED_BYTES = 2_000_000;
const SETTLED_ROUNDS = 2;

/**
 * Asks a gateway for notes until its memory grows no more: a process that has served nobody yet grows under whatever comes first, and what comes
 * first is not to be charged with it.
 * @param headers by which it knows who asks
 * @throws where it still grows after 40,000 requests
 */
export async function warmUp(
  gateway: string,
  noteIds: readonly string[],
  headers: Record<string, string> = {},
): Promise<void> {
  const residentBytes = () => metricOf(gateway, 'process_resident_memory_bytes', headers);
  let most = await residentBytes();
  let settled = 0;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    await Promise.all(Array.from({ length: AT_ONCE }, (_, place) => ask(gateway, noteIds, { from: place, headers })));
    const now = await residentBytes();
    settled = now > most + SETTLED_BYTES ? 0 : settled + 1;
    most = Math.max(most, now);
    if (settled === SETTLED_ROUNDS) return;
  }
  throw new Error(`The gateway's memory still grows after ${MOST_ROUNDS * REQUESTS} requests`);
}

async function ask(
  gateway: string,
  noteIds: readonly string[],
  { from, headers: shown }: { from: number; headers: Record<string, string> },
): Promise<void> {
  for (let turn = from; turn < REQUESTS; turn += AT_ONCE) {
    const id = noteIds[turn % noteIds.length];
    const body = JSON.stringify({ query: 'query Warm($id: ID!) { note(id: $id) { id title } }', variables: { id } });
    const headers = { 'content-type': 'application/json', 'x-redcat-viewer': `warm-${turn}`, ...shown };
    const response = await fetch(new URL('/graphql', gateway), { method: 'POST', headers, body });
    if (!response.ok) throw new Error(`HTTP ${response.status}: ${await response.text()}`);
    await response.arrayBuffer();
  }
}
