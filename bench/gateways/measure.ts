import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../system/free-port.ts';
import { sameAnswer } from './answers.ts';
import { type Contender, shotFor, type Task } from './contender.ts';
import { ContenderProcess } from './contender-process.ts';
import { STOCK } from './contenders.ts';
import { type LoadResult, load, type Shot, shoot } from './load.ts';
import { ReplayServer } from './replay-server.ts';
import { withUrls } from './supergraph-urls.ts';
import { type Mode, VIEWER_HEADER, type Workload } from './workload.ts';

/** How long and how often is measured. */
export interface Measuring {
  readonly connections: number;
  readonly rounds: number;
  readonly seconds: number;
  /** How long each gateway is loaded before the first round, in seconds. */
  readonly warmup: number;
  readonly pinned: boolean;
  /** Told what is being done. */
  readonly say: (line: string) => void;
  /** A folder for a CPU profile of each contender, taken after the rounds. */
  readonly profiles: string | undefined;
}

/** One window of one contender. */
export interface Window {
  readonly cpuMsPerRequest: number;
  readonly requestsPerSecond: number;
  readonly p99Ms: number;
  readonly subgraphRequestsPerRequest: number;
}

/** What a contender did in one workload and mode; or why it did nothing. */
export type Outcome =
  | { readonly contender: Contender; readonly unfit: string }
  | {
      readonly contender: Contender;
      readonly windows: readonly Window[];
      readonly peakRssMb: number;
      readonly answerEqual: boolean;
    };

/** A contender that runs. */
interface Runner {
  readonly contender: Contender;
  readonly process: ContenderProcess;
  readonly shot: Shot;
  readonly windows: Window[];
}

/**
 * Starts all contenders, compares their answers with the stock gateway's, then loads them in turn, round by round: whatever else the
 * machine does meets all of them.
 */
export async function measure(
  workload: Workload,
  mode: Mode,
  contenders: readonly Contender[],
  measuring: Measuring,
): Promise<Outcome[]> {
  await using replay = await ReplayServer.open(workload.subgraphs);
  const folder = await mkdtemp(join(tmpdir(), 'redcat-bench-'));
  const runners: Runner[] = [];
  const unfit: Outcome[] = [];
  const say = (line: string) => measuring.say(`${workload.name}, ${mode}: ${line}`);
  try {
    for (const contender of contenders) {
      const why = contender.unfit?.(workload, mode);
      if (why !== undefined) unfit.push({ contender, unfit: why });
      else {
        say(`starting ${contender.name}`);
        const started = await start(contender, { workload, mode, replay, folder, pinned: measuring.pinned });
        if ('unfit' in started) say(`${contender.name} is left out: ${started.unfit}`);
        if ('unfit' in started) unfit.push(started);
        else runners.push(started);
      }
    }
    const measured = await measureAll(runners, replay, measuring, say);
    if (measuring.profiles !== undefined) await profileAll(runners, measuring, `${workload.name}, ${mode}`);
    return contenders.flatMap(
      (contender) => [...measured, ...unfit].find((each) => each.contender === contender) ?? [],
    );
  } finally {
    await Promise.all(runners.map(({ process }) => process.stop()));
    await rm(folder, { recursive: true, force: true });
  }
}

interface Start {
  readonly workload: Workload;
  readonly mode: Mode;
  readonly replay: ReplayServer;
  readonly folder: string;
  readonly pinned: boolean;
}

async function start(
  contender: Contender,
  { workload, mode, replay, folder, pinned }: Start,
): Promise<Runner | { contender: Contender; unfit: string }> {
  const task: Task = {
    workload,
    port: await freePort(),
    folder: await mkdtemp(join(folder, 'gateway-')),
    supergraphSdl: withUrls(workload.supergraphSdl, (name) => replay.urlOf(name)),
    subgraphs: [...workload.subgraphs.keys()].map((name) => ({ name, url: replay.urlOf(name) })),
    header: VIEWER_HEADER,
    alike: mode === 'alike',
  };
  const shot = shotFor(contender, task, viewers(mode));
  let process: ContenderProcess | undefined;
  try {
    process = await ContenderProcess.start(await contender.launch(task), shot, pinned);
    await shoot({ ...shot, headers: (nth) => ({ ...shot.headers(nth), [VIEWER_HEADER]: 'probe' }) });
    if (replay.lastHeader(VIEWER_HEADER) !== 'probe') throw new Error(`It does not forward ${VIEWER_HEADER}`);
    return { contender, process, shot, windows: [] };
  } catch (error) {
    await process?.stop();
    if (contender === STOCK) throw error;
    return { contender, unfit: told(error) };
  }
}

function told(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message} (${error.cause.message})` : error.message;
}

function viewers(mode: Mode): Shot['headers'] {
  const same = { [VIEWER_HEADER]: 'viewer' };
  return mode === 'alike' ? () => same : (nth) => ({ [VIEWER_HEADER]: `viewer-${nth}` });
}

async function measureAll(
  runners: readonly Runner[],
  replay: ReplayServer,
  measuring: Measuring,
  say: (line: string) => void,
): Promise<Outcome[]> {
  const stock = runners.find(({ contender }) => contender === STOCK);
  const expected = await answersOf(runners);
  for (const runner of runners) {
    say(`warming up ${runner.contender.name}`);
    await loadOnce(runner, measuring, measuring.warmup);
  }
  const { learnt } = replay;
  for (let round = 0; round < measuring.rounds; round++) {
    say(`round ${round + 1} of ${measuring.rounds}`);
    for (const runner of runners) runner.windows.push(await window(runner, replay, measuring));
  }
  if (replay.learnt > learnt) say(`${replay.learnt - learnt} questions were new to the subgraphs while measuring`);
  const outcomes: Outcome[] = [];
  for (const { contender, process, windows } of runners) {
    const { peakRssMb } = await process.ask('usage');
    const answerEqual = sameAnswer(expected.get(contender), stock && expected.get(stock.contender));
    if (!answerEqual) say(`${contender.name} answers otherwise than the stock gateway`);
    outcomes.push({ contender, windows, peakRssMb, answerEqual });
  }
  return outcomes;
}

async function answersOf(runners: readonly Runner[]): Promise<ReadonlyMap<Contender, Buffer>> {
  const answers = new Map<Contender, Buffer>();
  for (const { contender, shot } of runners) answers.set(contender, await shoot(shot));
  return answers;
}

async function loadOnce({ shot, contender }: Runner, { connections }: Measuring, seconds: number): Promise<LoadResult> {
  const { length: bytes } = await shoot(shot);
  return load(shot, { connections, seconds, bytes }).catch((error) => {
    throw new Error(`${contender.name} failed under load`, { cause: error });
  });
}

async function window(runner: Runner, replay: ReplayServer, measuring: Measuring): Promise<Window> {
  const before = await runner.process.ask('usage');
  const { asked } = replay;
  const { requests, seconds, p99Ms } = await loadOnce(runner, measuring, measuring.seconds);
  const after = await runner.process.ask('usage');
  return {
    cpuMsPerRequest: (after.cpuMs - before.cpuMs) / requests,
    requestsPerSecond: requests / seconds,
    p99Ms,
    subgraphRequestsPerRequest: (replay.asked - asked) / requests,
  };
}

async function profileAll(runners: readonly Runner[], measuring: Measuring, of: string): Promise<void> {
  const folder = measuring.profiles ?? '.';
  await mkdir(folder, { recursive: true });
  for (const runner of runners) {
    const file = join(folder, `${of}, ${runner.contender.name}.cpuprofile`);
    await runner.process.ask({ profile: 'begin' });
    await loadOnce(runner, measuring, measuring.seconds);
    await runner.process.ask({ profile: 'end', file });
    measuring.say(`wrote ${file}`);
  }
}
