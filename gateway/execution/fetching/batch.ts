import { SubgraphFailure } from '../../subgraphs/transport/failure.ts';
import type { Run } from '../run.ts';
import type { BatchGroup } from './batch-groups.ts';
import type { Asking } from './fetch-request.ts';
import type { Gathering, Waiting } from './gathering.ts';
import { type AskMerged, askOneOperation, type MergedFetch, mergedRequest } from './merged-request.ts';

/**
 * The most representations, and the longest list of them in characters, that are put together. The work that a larger fetch is dwarfs the
 * round trip that merging saves, and a request must not meet a limit that its parts alone would not meet: 100 KB for a body is a common default
 * (Express), and so is `GATEWAY_SUBGRAPH_RESPONSE_BYTES` for its answer.
 */
const REPRESENTATIONS_LIMIT = 1000;
const TEXT_LIMIT = 64 * 1024;

/** A fetch that may go together with others, and the part of the merged document that is its operation. */
type Member = Omit<MergedFetch, 'wanted'>;

/** A fetch that is about to be sent. */
type Ready = Waiting & MergedFetch;

/**
 * Sends the fetches of a group that are ready together as one request. Those that start at once go at once; one that others may yet join
 * waits until all that has arrived by now is read, which is one turn of the event loop. The subgraph sees a bounded number of documents: each
 * fetch's own, and one that holds them all.
 */
export class Batch {
  readonly #id: number;
  readonly #members: readonly Member[];
  readonly #entities: boolean;
  readonly #parts: BatchGroup['parts'];
  /** Compiled when it is first needed. */
  #askMerged: AskMerged | undefined;

  /** @param id names the batch among those of its operation; dense, from 0 */
  constructor(id: number, { parts }: BatchGroup) {
    this.#id = id;
    this.#parts = parts;
    this.#members = parts.flatMap(({ requests }, part) => requests.map((request) => ({ request, part })));
    this.#entities = parts.every(({ mergeable }) => mergeable.entities);
  }

  /** How the group's fetches ask, by fetch id. */
  askings(): [number, Asking][] {
    return this.#members.map(({ request }, member) => [
      request.fetch.id,
      {
        ask: (run, wanted) => new Promise((resolve, reject) => this.#start(run, { member, wanted, resolve, reject })),
        pass: (run) => this.#start(run, undefined),
      },
    ]);
  }

  #start(run: Run, waiting: Waiting | undefined): void {
    const gathering = run.gatherings[this.#id] ?? { missing: this.#members.length, waiting: [], turn: undefined };
    run.gatherings[this.#id] = gathering;
    gathering.missing--;
    if (waiting) gathering.waiting.push(waiting);
    if (gathering.missing === 0) this.#flush(run, gathering);
    else if (waiting && gathering.waiting.length === 1)
      gathering.turn = setImmediate(() => this.#flush(run, gathering));
  }

  #flush(run: Run, gathering: Gathering): void {
    // One that is no longer needed would hold the whole run until it comes.
    clearImmediate(gathering.turn);
    gathering.turn = undefined;
    const ready = gathering.waiting
      .sort((one, other) => one.member - other.member)
      .map((waiting): Ready => ({ ...waiting, ...(this.#members[waiting.member] as Member) }));
    gathering.waiting = [];
    for (const load of this.#loads(ready)) this.#send(run, load);
  }

  /** What is within the limits goes together. Root fields can't be left empty, as a list can: they go all together, or each alone. */
  #loads(ready: readonly Ready[]): (readonly Ready[])[] {
    if (!this.#entities) return ready.length === this.#members.length ? [ready] : ready.map((each) => [each]);
    const loads: Ready[][] = [];
    let [count, length] = [0, 0];
    for (const each of ready) {
      count += each.wanted.count;
      length += each.wanted.texts.length;
      const load = loads.at(-1);
      if (load && count <= REPRESENTATIONS_LIMIT && length <= TEXT_LIMIT) {
        load.push(each);
      } else {
        loads.push([each]);
        [count, length] = [each.wanted.count, each.wanted.texts.length];
      }
    }
    return loads;
  }

  #send(run: Run, load: readonly Ready[]): void {
    if (load.length === 1) {
      sendAlone(run, load);
      return;
    }
    this.#ask(run, load).then(
      (answers) => {
        if (!answers) sendAlone(run, load);
        else for (const [index, answer] of answers.entries()) load[index]?.resolve(answer);
      },
      (failure) => {
        // One part, or a limit that only the whole exceeds, may have made the answer unreadable. Without an answer, each would have none.
        if (failure instanceof SubgraphFailure && failure.code === 'SUBGRAPH_RESPONSE_INVALID') sendAlone(run, load);
        else for (const { reject } of load) reject(failure);
      },
    );
  }

  #ask: AskMerged = async (run, load) => {
    if (load.every(({ part }) => part === load[0]?.part)) return askOneOperation(run, load);
    this.#askMerged ??= mergedRequest(this.#parts);
    return this.#askMerged(run, load);
  };
}

function sendAlone(run: Run, load: readonly Ready[]): void {
  for (const { request, wanted, resolve, reject } of load) {
    try {
      resolve(request.ask(run, wanted));
    } catch (failure) {
      reject(failure);
    }
  }
}
