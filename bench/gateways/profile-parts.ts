import { readFile } from 'node:fs/promises';

/** A function of a CPU profile, and who called it. https://chromedevtools.github.io/devtools-protocol/tot/Profiler/#type-ProfileNode */
interface ProfileNode {
  readonly id: number;
  readonly callFrame: { readonly functionName: string; readonly url: string };
  readonly children?: readonly number[];
}

interface Profile {
  readonly nodes: readonly ProfileNode[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

/** What is no work of the gateway's: waiting, and the profiler itself. */
const LEFT_OUT = /^\(idle\)| node:inspector/;

/** Parts of the gateway, by function and file; of several that stand above each other in a stack the innermost counts. */
const PARTS: readonly (readonly [string, RegExp])[] = [
  ['garbage collection', /^\(garbage collector\)/],
  ['reading sockets, event loop', /^\(program\)/],
  ['JSON.parse of answers', /^parseJson .*\/parse-answer\.ts/],
  ['asking subgraphs', /\/gateway\/subgraphs\//],
  ['executing', /\/gateway\/execution\//],
  ['metrics', /\/prom-client\/|\/gateway\/telemetry\//],
  ['Apollo Server', /\/@apollo\/|\/negotiator\/|\/whatwg-mimetype\//],
  [
    'HTTP server and doors',
    /node:_http|\/fastify|\/find-my-way\/|\/pino|\/secure-json-parse\/|\/gateway\/(doors|clients)\//,
  ],
];
const SYSTEM_CALL = /^write(v|Buffer|Utf8String|Latin1String|AsciiString) $/;
const OTHER = 'other';

/** The share of a CPU profile's busy time that each part has, from 0 to 1. */
export async function profileParts(file: string): Promise<ReadonlyMap<string, number>> {
  const profile = JSON.parse(await readFile(file, 'utf8')) as Profile;
  const partOf = partsOf(profile.nodes);
  const times = new Map<string, number>();
  let total = 0;
  for (const [index, id] of profile.samples.entries()) {
    const part = partOf.get(id);
    const time = profile.timeDeltas[index] ?? 0;
    if (part === undefined) continue;
    total += time;
    times.set(part, (times.get(part) ?? 0) + time);
  }
  return new Map([...times].map(([part, time]) => [part, time / total]));
}

/** The part of each node by its id; none for what is left out. */
function partsOf(nodes: readonly ProfileNode[]): ReadonlyMap<number, string> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parts = new Map<number, string>();
  const visit = (node: ProfileNode, above: string | undefined): void => {
    const { functionName, url } = node.callFrame;
    const name = `${functionName} ${url}`;
    if (LEFT_OUT.test(name)) return;
    const own = PARTS.find(([, pattern]) => pattern.test(name))?.[0];
    const part = SYSTEM_CALL.test(name) ? 'writing sockets' : (own ?? above);
    parts.set(node.id, part ?? OTHER);
    for (const id of node.children ?? []) visit(byId.get(id) as ProfileNode, part);
  };
  const [root] = nodes;
  if (root) visit(root, undefined);
  return parts;
}
