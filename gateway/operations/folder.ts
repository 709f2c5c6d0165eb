import { createHash } from 'node:crypto';
import { glob, readFile, stat } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { type DocumentNode, Kind, parse } from 'graphql';
import { Mendable } from '../mendable.ts';
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
 * Reads every *.graphql file in a folder and those below it, in the order of their paths: each is the first version of its operation, owned by
 * whom the folder above it names, for any client; its example is `<file>.variables.json` beside it.
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
  return Promise.all(files.sort().map((file) => readOperation(folder, file)));
}

async function readOperation(folder: string, path: string): Promise<RegisteredOperation> {
  const file = join(folder, path);
  const text = await readFile(file, 'utf8');
  const document = parsed(file, text);
  const operations = document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  const [{ name, operation: kind } = {}] = operations;
  if (operations.length !== 1 || !name || !kind) {
    throw new OperationFileInvalid(file, 'it must hold one operation, with a name');
  }
  const example = await readFile(file.replace(/\.graphql$/, '.variables.json'), 'utf8').catch(() => undefined);
  const [owner = NOBODY] = dirname(path)
    .split(sep)
    .filter((part) => part !== '.');
  const id = createHash('sha256').update(text).digest('hex');
  return { name: name.value, version: 1, id, text, document, registered: true, kind, example, owner, clients: 'any' };
}

function parsed(file: string, text: string): DocumentNode {
  try {
    return parse(text);
  } catch (error) {
    throw new OperationFileInvalid(file, (error as Error).message);
  }
}
