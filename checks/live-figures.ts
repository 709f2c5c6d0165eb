import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly node: string;
}

interface Quantiles {
  readonly p50: number;
  readonly p99: number;
}

/** What many subscribers cost. */
interface Subscribers {
  readonly subscribers: number;
  readonly notes: number;
  readonly kilobytesPerSubscriber: number;
  readonly upstreamSubscriptions: number;
  readonly missing: number;
  readonly withStalled: Quantiles;
}

/** What the benchmarks of live data write into bench/results; each may be missing as long as nobody has run it. */
interface Results {
  readonly recording: {
    readonly machine: Machine;
    readonly rows: readonly {
      readonly engine: string;
      readonly eventsPerSecond: number;
      readonly commerceMicros: number;
      readonly ofBare: number;
    }[];
  };
  readonly 'note-figures': {
    readonly cpuRatio: number;
    readonly rows: readonly { readonly events: number; readonly rows: number; readonly buffers: number }[];
  };
  readonly dashboard: {
    readonly rows: readonly {
      readonly scale: string;
      readonly database: string;
      readonly shops: number;
      readonly first: Quantiles;
      readonly again: Quantiles;
    }[];
  };
  readonly freshness: {
    readonly rows: readonly {
      readonly intervalMs: number;
      readonly eventsPerSecond: number;
      readonly queries: number;
      readonly stale: number;
      readonly toScreen: Quantiles;
    }[];
  };
  readonly subscribers: Subscribers;
  readonly 'subscribers-distinct': Subscribers;
  readonly taps: {
    readonly tapsPerSecond: number;
    readonly journal: Quantiles;
    readonly within20Ms: number;
    readonly disk: Quantiles;
    readonly answer: Quantiles;
  };
}

type Lines = {
  readonly [Name in keyof Results]: (result: Results[Name]) => readonly [what: string, measured: string][];
};

const LINES: Lines = {
  recording: ({ rows }) =>
    rows.map(({ engine, eventsPerSecond, commerceMicros, ofBare }) => [
      `events recorded a second by one commerce process on ${engine}`,
      `${eventsPerSecond.toLocaleString('en')}; ${commerceMicros} µs of its CPU each; ${(ofBare * 100).toFixed(0)} % of a bare insert of their names`,
    ]),
  'note-figures': ({ cpuRatio, rows }) => [
    [
      `reading a note’s figures, with ${rows.map(({ events }) => events.toLocaleString('en')).join(' and ')} events`,
      `${rows.map((row) => row.rows).join(' and ')} rows, ${rows.map((row) => row.buffers).join(' and ')} pages, CPU ${cpuRatio}×`,
    ],
  ],
  dashboard: ({ rows }) =>
    rows.map(({ scale, database, shops, first, again }) => [
      `a shop’s dashboard of a month, at scale ${scale}, ${database}`,
      `of ${shops} shops for the first time p50 ${first.p50} ms, p99 ${first.p99} ms; again p50 ${again.p50} ms, p99 ${again.p99} ms`,
    ]),
  freshness: ({ rows }) =>
    rows.map(({ intervalMs, eventsPerSecond, queries, stale, toScreen }) => [
      `from acknowledgement to a subscriber’s screen at ${eventsPerSecond} events/s, ${intervalMs === 0 ? 'each change at once' : 'one message a second'}`,
      `p50 ${toScreen.p50} ms, p99 ${toScreen.p99} ms; of ${queries} queries right after, ${stale} did not tell of it`,
    ]),
  subscribers: (result) => [subscribersLine(result, 'on one gateway')],
  'subscribers-distinct': (result) => [
    subscribersLine(result, 'on one gateway, each with a token of its own, one in ten refused a field'),
  ],
  taps: ({ tapsPerSecond, journal, within20Ms, disk, answer }) => [
    [
      `what the journal adds to a tap, at ${tapsPerSecond} taps/s`,
      `p50 ${journal.p50} ms, p99 ${journal.p99} ms; ${(within20Ms * 100).toFixed(2)} % within 20 ms, while one write through to the disk took p99 ${disk.p99} ms; the whole answer p50 ${answer.p50} ms, p99 ${answer.p99} ms`,
    ],
  ],
};

function subscribersLine(result: Subscribers, how: string): [string, string] {
  const { subscribers, notes, kilobytesPerSubscriber, upstreamSubscriptions, missing, withStalled } = result;
  return [
    `${subscribers.toLocaleString('en')} subscribers of ${notes} notes ${how}`,
    `${kilobytesPerSubscriber} KB each, ${upstreamSubscriptions} subscriptions to commerce, ${missing} changes missed; p99 ${withStalled.p99} ms beside stalled ones`,
  ];
}

/** The README's table of what live data cost, in Markdown. */
export async function liveFigures(): Promise<string> {
  const rows: string[] = [];
  for (const name of Object.keys(LINES) as (keyof Results)[]) rows.push(...(await linesOf(name)));
  return ['| what | measured |', '|---|---|', ...rows].join('\n');
}

async function linesOf<Name extends keyof Results>(name: Name): Promise<string[]> {
  const file = `bench/results/${name}.json`;
  if (!existsSync(file)) return [`| \`npm run bench:${name}\` | not measured yet |`];
  const result = JSON.parse(await readFile(file, 'utf8')) as Results[Name];
  return LINES[name](result).map(([what, measured]) => `| ${what} | ${measured} |`);
}
