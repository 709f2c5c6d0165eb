import { glob, readFile, stat } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { parse } from 'graphql';
import { Mendable } from '../errors/mendable.ts';
import { normalText } from './normal-text.ts';
import { openingComment, readDocument } from './read-document.ts';
import type { RegisteredOperation } from './registered-operation.ts';

/** A file of the folder is no GraphQL document with one named operation. */
class OperationFileInvalid extends Mendable {
  constructor(file: string, why: string) {
    super(`The operation ${file} can’t be used: ${why}`);
  }
}

/** The folder that somebody named is none. */
class OperationFolderMissing extends Mendable {
  constructor(folder: string) {
    super(`The folder of operations ${folder} does not exist; GATEWAY_OPERATIONS names another, or leave it out.`);
  }
}

/** Who is to be told where a file lies in no folder that says it. */
const NOBODY = 'unknown';

/**
 * Reads every *.graphql file in a folder and those below it, in the order of their paths: each, printed as manifests have it, is the first version
 * of its operation, owned by whom the folder above it names, for any client; its example is `<file>.variables.json` beside it.
 * @param mayBeMissing whether a folder that is missing holds none, or is refused
 * @throws {Mendable}
 */
export async function readOperations(
  folder: string,
  { mayBeMissing }: { mayBeMissing: boolean },
): Promise<RegisteredOperation[]> {
  const isFolder = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder && !mayBeMissing) throw new OperationFolderMissing(folder);
  const files = await Array.fromAsync(glob('**/*.graphql', { cwd: folder }));
  const operations = await Promise.all(files.sort().map((file) => readOperation(folder, file)));
  const names = operations.map(({ name }) => name);
  const again = names.findIndex((name, index) => names.indexOf(name) < index);
  if (again >= 0) throw new OperationFileInvalid(join(folder, files[again] ?? ''), `there is another ${names[again]}`);
  return operations;
}

/** Differs where a file of the folder was changed. */
export async function folderVersion(folder: string): Promise<string> {
  const files = await Array.fromAsync(glob('**/*.{graphql,json}', { cwd: folder }));
  const states = files.sort().map(async (file) => {
    const { mtimeMs, size } = await stat(join(folder, file));
    return `${file} ${mtimeMs} ${size}`;
  });
  return (await Promise.all(states)).join('\n');
}

/** Reads one file of a folder. @throws {Mendable} */
export async function readOperation(folder: string, path: string): Promise<RegisteredOperation> {
  const file = join(folder, path);
  const source = await readFile(file, 'utf8');
  const example = await readFile(file.replace(/\.graphql$/, '.variables.json'), 'utf8').catch(() => undefined);
  const [owner = NOBODY] = dirname(path)
    .split(sep)
    .filter((part) => part !== '.');
  try {
    const document = parse(source);
    const description = openingComment(document);
    const read = readDocument(normalText(document));
    return { ...read, version: 1, aliases: [], registered: true, description, example, owner, clients: 'any' };
  } catch (error) {
    throw new OperationFileInvalid(file, (error as Error).message);
  }
}
