import { isDeepStrictEqual } from 'node:util';
import { DEEP_QUERY, SMALL_QUERY } from './engine/deep-world.ts';
import { readCount } from './read-count.ts';

const HELP = `Measures CPU milliseconds a request of the stock executor and of RedCat's, over recorded subgraph answers, in this process: no sockets, so
that what is compared is execution alone (bodies written, answers parsed, response text written).

  npm run bench:engine                    prints both, and their ratio: medians, and the least and most of the ratio

  --rounds <n>    how often each is measured, in turns (9)

Example: npm run bench:engine -- --rounds 3`;

const ROUNDS = readCount('rounds', 9, HELP);

process.env.APOLLO_TELEMETRY_DISABLED = '1';
const { contendersFor } = await import('./engine/contenders.ts');
type Contender = () => Promise<Buffer>;

for (const [name, query, requests] of [
  ['deep', DEEP_QUERY, 40],
  ['small', SMALL_QUERY, 1000],
] as const) {
  const { stock, ours, fetches } = await contendersFor(query);
  const [expected, answered] = [await stock(), await ours()];
  if (!isDeepStrictEqual(JSON.parse(String(answered)), JSON.parse(String(expected))))
    throw new Error(`${name}: the answers differ`);
  await cpuMs(stock, requests);
  await cpuMs(ours, requests * 10);
  const rounds: { theirs: number; mine: number; ratio: number }[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const [theirs, mine] = [await cpuMs(stock, requests), await cpuMs(ours, requests * 4)];
    rounds.push({ theirs, mine, ratio: theirs / mine });
  }
  const column = (key: 'theirs' | 'mine' | 'ratio') => rounds.map((round) => round[key]).sort((a, b) => a - b);
  const [ratios, theirs, mine] = [column('ratio'), column('theirs'), column('mine')];
  process.stdout.write(
    `${name.padEnd(6)} ${answered.length} bytes, ${fetches} fetches: stock ${median(theirs).toFixed(3)} ms, ours ${median(mine).toFixed(3)} ms, ` +
      `ratio ${median(ratios).toFixed(1)} (${ratios[0]?.toFixed(1)} to ${ratios.at(-1)?.toFixed(1)})\n`,
  );
}

async function cpuMs(contender: Contender, requests: number): Promise<number> {
  const start = process.cpuUsage();
  for (let request = 0; request < requests; request++) {
    await contender();
    // Between requests the event loop turns, as it does between those of clients: what waits for its turn would pile up.
    await new Promise(setImmediate);
  }
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000 / requests;
}

function median(sorted: readonly number[]): number {
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
