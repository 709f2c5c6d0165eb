import { readFile, stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { PROGRAM_PREFIX } from '../../clients/client.ts';
import { CLIENT_NAME } from '../../clients/keys/stored-clients.ts';
import { Mendable } from '../../errors/mendable.ts';
import { readOperation, readOperations } from '../../operations/folder.ts';
import { readManifest } from '../../operations/manifest.ts';
import type { RegisteredOperation } from '../../operations/registered-operation.ts';
import { type Publication, publicationOf } from '../../operations/registry/publish.ts';
import { listOf } from '../clients/flags.ts';
import type { OperationsFlags } from './flags.ts';

/**
 * The operations of folders, *.graphql files and manifests.
 * @throws {Mendable} naming what can't be read, or has no owner
 */
export async function readPublications(
  paths: readonly string[],
  { owner, clients }: OperationsFlags,
): Promise<Publication[]> {
  if (paths.length === 0) throw new Mendable('Say what: a folder of *.graphql files, such a file, or a manifest');
  const registeredFor = clientsOf(clients);
  const read = await Promise.all(paths.map((path) => readPath(path, owner)));
  const publications = read.flat().map((found) => {
    const { text, alias, description, example } = found;
    const known = owner ?? found.owner;
    if (known === undefined) throw new Mendable('--owner is missing: the team or partner to be told when it breaks');
    return publicationOf({ text, alias }, { description, example, owner: known, clients: registeredFor });
  });
  const names = publications.map(({ name }) => name);
  const again = names.find((name, index) => names.indexOf(name) < index);
  if (again !== undefined) throw new Mendable(`There are two operations named ${again}`);
  return publications;
}

const isProgram = (name: string) => name.startsWith(PROGRAM_PREFIX) && name.length > PROGRAM_PREFIX.length;

/** @throws {Mendable} */
function clientsOf(text: string | undefined): readonly string[] | 'any' {
  if (text === undefined || text === 'any') return 'any';
  const names = listOf(text, 'clients');
  const wrong = names.find((name) => !CLIENT_NAME.test(name) && !isProgram(name));
  if (wrong === undefined) return names;
  throw new Mendable(
    `--clients: ${wrong} is no name of a client, as \`clients add\` gives it, nor of a program of viewers, as ${PROGRAM_PREFIX}web`,
  );
}

/** What a path holds of an operation, before its text is read. */
interface Found extends Pick<Publication, 'text' | 'alias' | 'description' | 'example'> {
  readonly owner: string | undefined;
}

async function readPath(path: string, owner: string | undefined): Promise<Found[]> {
  const found = await stat(path).catch(() => undefined);
  if (!found) throw new Mendable(`There is no ${path}`);
  if (found.isDirectory()) return (await readOperations(path, { mayBeMissing: false })).map(foundOf);
  if (path.endsWith('.graphql')) {
    const operation = foundOf(await readOperation(dirname(path), basename(path)));
    return [{ ...operation, owner }];
  }
  const entries = readManifest(await readFile(path, 'utf8'), path);
  return entries.map((entry) => ({ ...entry, description: undefined, example: undefined, owner }));
}

function foundOf({ text, description, example, owner }: RegisteredOperation): Found {
  return { text, alias: undefined, description, example, owner };
}
