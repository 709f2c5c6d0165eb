import type { PeerSettings } from '../peers/peer-settings.ts';
import type { Launch } from './contender-process.ts';
import type { Shot } from './load.ts';
import type { Mode, Workload } from './workload.ts';

/** What a contender is started for. */
export interface Task extends PeerSettings {
  readonly workload: Workload;
  /** A folder of its own for files. */
  readonly folder: string;
}

/** A gateway to measure. */
export interface Contender {
  readonly name: string;
  /** By which the command line names it. */
  readonly id: string;
  /** Whether it is RedCat, which is compared with every peer; peers are compared with the stock gateway alone. */
  readonly ours: boolean;
  /** It is no gateway: only a measure of what none can save. RedCat is not compared with it. */
  readonly isRelay?: boolean;
  /** The folder of packages that it needs beside the project's own. */
  readonly packages?: string;
  /** Why it can't answer a workload. */
  readonly unfit?: (workload: Workload, mode: Mode) => string | undefined;
  readonly launch: (task: Task) => Promise<Launch>;
  readonly shot?: (
    task: Task,
  ) => Pick<Shot, 'url' | 'body'> & { readonly credential?: Readonly<Record<string, string>> };
}

/** What is sent to a contender: a GraphQL request, where it has no way of its own. */
export function shotFor(contender: Contender, task: Task, headers: Shot['headers']): Shot {
  const { query, variables } = task.workload;
  const url = new URL(`http://127.0.0.1:${task.port}/graphql`);
  const { credential, ...shot } = contender.shot?.(task) ?? { url, body: JSON.stringify({ query, variables }) };
  return { ...shot, headers: credential ? (nth) => ({ ...headers(nth), ...credential }) : headers };
}
