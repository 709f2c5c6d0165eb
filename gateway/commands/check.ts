import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { Mendable } from '../errors/mendable.ts';
import { OWN_COMMAND } from '../process/own-command.ts';
import type { StoredUsage } from '../telemetry/usage/stored-usage.ts';
import type { JudgedChanges } from './check/judged-changes.ts';
import type { CheckFindings } from './check/told-check.ts';
import type { Command, Flags } from './command.ts';

export const check: Command = {
  summary: 'tell what changed in the schema since a revision, and whom that breaks',
  help: `Composes the subgraphs as they are, and tells how the schema that clients see differs from a git revision's: which changes break
clients, by whom the field was selected and when last, and which registered operations could not be answered any more.
Ends with status 1 when a change breaks clients, or one of which that can't be told, or a registered operation. A change of a
field that nobody uses is told, and ends well.

  --since <revision>    what to compare with (default HEAD)
  --subgraphs <file>    the list of subgraphs (default schema/subgraphs.json)
  --supergraph <file>   the supergraph file, as the revision has it (default schema/supergraph.graphql)
  --registry <place>    where operations are registered (default: GATEWAY_OPERATIONS, else schema/operations)
  --usage <place>       where gateways write who uses what (default: GATEWAY_USAGE, else beside the registry); without it every
                        breaking change counts
  --days <number>       for how many days a use counts (default 90)
  --json                print { since, compared, breaking, unused, dangerous, safe, operations, usageKnownSince } as JSON

Example: ${OWN_COMMAND} check --since origin/main --usage .data/usage.json`,
  flags: {
    since: { type: 'string' },
    subgraphs: { type: 'string' },
    supergraph: { type: 'string' },
    registry: { type: 'string' },
    usage: { type: 'string' },
    days: { type: 'string' },
    json: { type: 'boolean' },
  },
  async run({
    since = 'HEAD',
    subgraphs = 'schema/subgraphs.json',
    supergraph = 'schema/supergraph.graphql',
    ...flags
  }) {
    const revision = String(since);
    const before = await fileAt(revision, String(supergraph));
    const { composeFromList } = await import('../supergraph/compose.ts');
    const { supergraphSdl } = await composeFromList(String(subgraphs));
    if (before === undefined) {
      const none = `${revision} has no ${supergraph}: this is the first schema, so there is nothing to compare it with.`;
      return say(flags.json ? JSON.stringify({ since: revision, compared: false, ...NOTHING }, undefined, 2) : none);
    }
    const findings = await compared(before, supergraphSdl, flags);
    const { findingsJson, findingsText } = await import('./check/told-check.ts');
    const json = () => ({ since: revision, compared: true, ...findingsJson(findings) });
    say(flags.json ? JSON.stringify(json(), undefined, 2) : findingsText(findings, revision));
    return findings.changes.breaking.length > 0 || findings.lost.length > 0 ? 1 : 0;
  },
};

const NOTHING = { breaking: [], unused: [], dangerous: [], safe: [], operations: [] };

const DAY = 86_400_000;

/** @throws {Mendable} (the promise) */
async function compared(
  before: string,
  after: string,
  { registry, usage, days = '90' }: Flags,
): Promise<CheckFindings> {
  if (!/^[1-9]\d{0,3}$/.test(String(days))) throw new Mendable('--days must be a whole number, such as 30');
  const { apiChanges } = await import('../supergraph/changes.ts');
  const { judgedChanges } = await import('./check/judged-changes.ts');
  const { lostOperations } = await import('./check/lost-operations.ts');
  const { readOperationsPlace } = await import('../config.ts');
  const { readUsage } = await import('./usage.ts');
  const place = typeof registry === 'string' ? registry : undefined;
  const read = await readUsage(typeof usage === 'string' ? usage : undefined, place);
  // Where nothing was written yet, nobody's silence says anything.
  const known = read && Object.keys(read.operations).length > 0 ? read : undefined;
  const since = new Date(Date.now() - Number(days) * DAY).toISOString();
  const changes = judgedChanges(await apiChanges(before, after), known, since);
  return {
    changes,
    lost: await lostOperations(readOperationsPlace(place), before, after),
    knownSince: knownSince(known, changes),
    days: Number(days),
  };
}

/** Since when it is known of all that changed who uses it; ISO 8601. */
function knownSince(usage: StoredUsage | undefined, { unused }: JudgedChanges): string | undefined {
  const firsts = Object.values(usage?.operations ?? {}).flatMap((uses) => uses.map(({ first }) => first));
  const [first] = firsts.sort();
  const { inputsSince } = usage ?? {};
  const isLater = first !== undefined && inputsSince !== undefined && inputsSince > first;
  return isLater && unused.some(({ isInput }) => isInput) ? inputsSince : first;
}

/**
 * A file's text at a revision; undefined where the revision has no such file.
 * @throws {Mendable} where git has no such revision
 */
async function fileAt(revision: string, file: string): Promise<string | undefined> {
  const folder = resolve(file, '..');
  try {
    await git(folder, 'rev-parse', '--verify', '--end-of-options', `${revision}^{commit}`);
  } catch (error) {
    throw new Mendable(`git knows no revision ${revision} here: ${lastLine(error)}`);
  }
  const path = `./${file.slice(file.lastIndexOf('/') + 1)}`;
  const listed = await git(folder, 'ls-tree', '--name-only', revision, path);
  return listed === '' ? undefined : git(folder, 'show', `${revision}:${path}`);
}

async function git(folder: string, ...args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)('git', ['-C', folder, ...args], { maxBuffer: 64 * 1024 * 1024 });
  return stdout;
}

function lastLine(error: unknown): string {
  const { stderr = '', message } = error as Error & { stderr?: string };
  return (stderr || message).trim().split('\n').at(-1) ?? '';
}

function say(text: string): number {
  process.stdout.write(`${text}\n`);
  return 0;
}
