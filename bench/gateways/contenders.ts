import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PeerSettings } from '../peers/peer-settings.ts';
import type { Contender, Task } from './contender.ts';
import type { Launch } from './contender-process.ts';
import { newPartner } from './partner.ts';
import { relay } from './relays.ts';
import { withoutAccess } from './without-access.ts';
import type { Mode, Workload } from './workload.ts';

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

const DOOR: Contender = {
  name: 'RedCat through its own door',
  id: 'redcat-door',
  ours: true,
  launch: redcat,
  shot: ({ port, workload }) => ({
    url: new URL(`http://127.0.0.1:${port}/op/${nameOf(workload)}`),
    body: JSON.stringify({ variables: workload.variables }),
  }),
};

/** What no gateway can save: see docs/gateways-bench.md. */
const relays: readonly Contender[] = [
  { name: 'no gateway: bare relay on node:http', id: 'floor-http', launch: relay('bench/relays/http-relay.ts', DOOR) },
  { name: 'no gateway: bare relay on sockets', id: 'floor', launch: relay('bench/relays/socket-relay.ts', DOOR) },
].map((each) => ({ ...each, ours: false, isRelay: true, shot: DOOR.shot, unfit: onlyUnshared }));

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
  DOOR,
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
  ...relays,
];

function onlyUnshared(_workload: Workload, mode: Mode): string | undefined {
  return mode === 'unshared' ? undefined : 'it does the same work for each request';
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
