import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PeerSettings } from '../peers/peer-settings.ts';
import type { Launch } from './contender-process.ts';
import type { Shot } from './load.ts';
import { newPartner } from './partner.ts';
import { withoutAccess } from './without-access.ts';
import type { Workload } from './workload.ts';

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
  /** The folder of packages that it needs beside the project's own. */
  readonly packages?: string;
  /** Why it can't answer a workload. */
  readonly unfit?: (workload: Workload) => string | undefined;
  readonly launch: (task: Task) => Promise<Launch>;
  readonly shot?: (
    task: Task,
  ) => Pick<Shot, 'url' | 'body'> & { readonly credential?: Readonly<Record<string, string>> };
}

const HIVE = 'bench/peers/hive';
const MERCURIUS = 'bench/peers/mercurius';

/** The one that all others are compared with. */
export const STOCK: Contender = {
  name: 'Apollo Server + Apollo Gateway',
  id: 'stock',
  ours: false,
  launch: peer('bench/peers/apollo.ts'),
};

const partner = newPartner();

/** In the order of the table. */
export const contenders: readonly Contender[] = [
  STOCK,
  { name: 'Hive Gateway, JIT', id: 'hive', ours: false, packages: HIVE, launch: peer(`${HIVE}/server.js`) },
  {
    name: 'Hive Gateway, Rust planner',
    id: 'hive-rust',
    ours: false,
    packages: HIVE,
    launch: peer(`${HIVE}/server.js`, 'rust'),
  },
  {
    name: 'Mercurius gateway',
    id: 'mercurius',
    ours: false,
    packages: MERCURIUS,
    unfit: ({ inFederation1 }) => (inFederation1 ? undefined : 'it knows Federation 1 only'),
    launch: peer(`${MERCURIUS}/server.js`),
  },
  { name: 'RedCat through Apollo Server', id: 'redcat', ours: true, launch: redcat },
  {
    name: 'RedCat through its own door',
    id: 'redcat-door',
    ours: true,
    launch: redcat,
    shot: ({ port, workload }) => ({
      url: new URL(`http://127.0.0.1:${port}/op/${nameOf(workload)}`),
      body: JSON.stringify({ variables: workload.variables }),
    }),
  },
  {
    name: 'RedCat, partner by its own door',
    id: 'redcat-partner',
    ours: true,
    launch: async (task) => {
      const { script, args, env } = await redcat(task);
      return { script, args, env: { ...env, ...(await partner.settings(task.folder)) } };
    },
    shot: ({ port, workload }) => ({
      url: new URL(`http://127.0.0.1:${port}/op/${nameOf(workload)}?${queryOf(workload)}`),
      body: null,
      credential: partner.credential,
    }),
  },
];

/** What is sent to a contender: a GraphQL request, where it has no way of its own. */
export function shotFor(contender: Contender, task: Task, headers: Shot['headers']): Shot {
  const { query, variables } = task.workload;
  const url = new URL(`http://127.0.0.1:${task.port}/graphql`);
  const { credential, ...shot } = contender.shot?.(task) ?? { url, body: JSON.stringify({ query, variables }) };
  return { ...shot, headers: credential ? (nth) => ({ ...headers(nth), ...credential }) : headers };
}

/** Folders of packages that are not installed yet. */
export function missingPackages(chosen: readonly Contender[]): string[] {
  const folders = chosen.flatMap(({ packages }) => packages ?? []);
  return [...new Set(folders)].filter((folder) => !existsSync(join(folder, 'node_modules')));
}

function peer(script: string, ...more: string[]): Contender['launch'] {
  return async ({ folder, workload, ...settings }) => {
    const file = join(folder, 'settings.json');
    const supergraphSdl = withoutAccess(settings.supergraphSdl);
    await writeFile(file, JSON.stringify({ ...settings, supergraphSdl } satisfies PeerSettings));
    return { script, args: [file, ...more], env: {} };
  };
}

async function redcat({ folder, port, supergraphSdl, workload }: Task): Promise<Launch> {
  const [supergraph, operations] = [join(folder, 'supergraph.graphql'), join(folder, 'operations')];
  await mkdir(operations, { recursive: true });
  await writeFile(supergraph, supergraphSdl);
  await writeFile(join(operations, `${nameOf(workload)}.graphql`), workload.query);
  const env = {
    PORT: String(port),
    GATEWAY_SUPERGRAPH: supergraph,
    GATEWAY_OPERATIONS: operations,
    GATEWAY_GRAPHIQL: 'off',
    GATEWAY_LOG_LEVEL: 'warn',
  };
  return { script: 'gateway/cli.ts', args: ['start'], env };
}

/** A workload's variables as query parameters: by their names where all are texts, else as JSON. */
function queryOf({ variables }: Workload): URLSearchParams {
  const named = Object.entries(variables).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as [string, string]] : [],
  );
  const isAll = named.length === Object.keys(variables).length;
  return new URLSearchParams(isAll ? named : { variables: JSON.stringify(variables) });
}

/** The name of a workload's operation, by which a stored one is asked for. @throws when it has none */
function nameOf({ query }: Workload): string {
  const [, name] = /^\s*(?:query|mutation)\s+(\w+)/m.exec(query) ?? [];
  if (name === undefined) throw new Error('The query needs a name, as "query Name { … }".');
  return name;
}
