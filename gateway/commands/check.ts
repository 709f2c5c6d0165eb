import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { Mendable } from '../mendable.ts';
import { OWN_COMMAND } from '../own-command.ts';
import type { SchemaChanges } from '../supergraph/changes.ts';
import type { Command } from './command.ts';

export const check: Command = {
  summary: 'tell what changed in the schema since a revision',
  help: `Composes the subgraphs as they are, and tells how the schema that clients see differs from a git revision's.
Ends with status 1 when a change breaks clients.

  --since <revision>    what to compare with (default HEAD)
  --subgraphs <file>    the list of subgraphs (default schema/subgraphs.json)
  --supergraph <file>   the supergraph file, as the revision has it (default schema/supergraph.graphql)
  --json                print { since, compared, breaking, dangerous, safe } as JSON

Example: ${OWN_COMMAND} check --since origin/main`,
  flags: {
    since: { type: 'string' },
    subgraphs: { type: 'string' },
    supergraph: { type: 'string' },
    json: { type: 'boolean' },
  },
  async run({ since = 'HEAD', subgraphs = 'schema/subgraphs.json', supergraph = 'schema/supergraph.graphql', json }) {
    const revision = String(since);
    const before = await fileAt(revision, String(supergraph));
    const { apiChanges } = await import('../supergraph/changes.ts');
    const { composeFromList } = await import('../supergraph/compose.ts');
    const { supergraphSdl } = await composeFromList(String(subgraphs));
    const changes = before === undefined ? undefined : await apiChanges(before, supergraphSdl);
    process.stdout.write(`${json ? asJson(revision, changes) : asText(revision, String(supergraph), changes)}\n`);
    return changes && changes.breaking.length > 0 ? 1 : 0;
  },
};

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

function asJson(since: string, changes: SchemaChanges | undefined): string {
  return JSON.stringify({ since, compared: changes !== undefined, ...(changes ?? none) }, undefined, 2);
}

const none: SchemaChanges = { breaking: [], dangerous: [], safe: [] };

function asText(since: string, file: string, changes: SchemaChanges | undefined): string {
  if (!changes) return `${since} has no ${file}: this is the first schema, so there is nothing to compare it with.`;
  const { breaking, dangerous, safe } = changes;
  const groups = Object.entries({ breaking, dangerous, safe }).flatMap(([group, members]) =>
    members.length > 0 ? [`${group}:`, ...members.map(({ message }) => `  ${message}`), ''] : [],
  );
  const counts = `${breaking.length} breaking, ${dangerous.length} dangerous, ${safe.length} safe changes since ${since}`;
  return [...groups, counts].join('\n');
}
