import { createHash } from 'node:crypto';
import { glob, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type DocumentNode, Kind, parse } from 'graphql';
import { Mendable } from '../mendable.ts';

/** One operation of the folder. */
export interface StoredOperation {
  readonly name: string;
  /** Hash of its text. */
  readonly id: string;
  readonly text: string;
  readonly document: DocumentNode;
  /** Variables to try it with, as JSON; from `<file>.variables.json` beside it. */
  readonly variables: string | undefined;
}

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

/**
 * Reads every *.graphql file in a folder and those below it, in the order of their paths.
 * @param mayBeMissing whether a folder that is missing holds none, or is refused
 * @throws {Mendable}
 */
export async function readOperations(
  folder: string,
  { mayBeMissing }: { mayBeMissing: boolean },
): Promise<StoredOperation[]> {
  const isFolder = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder && !mayBeMissing) throw new OperationFolderMissing(folder);
  const files = await Array.fromAsync(glob('**/*.graphql', { cwd: folder }));
  return Promise.all(files.sort().map((file) => readOperation(join(folder, file))));
}

async function readOperation(file: string): Promise<StoredOperation> {
  const text = await readFile(file, 'utf8');
  const document = parsed(file, text);
  const operations = document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  const name = operations[0]?.name?.value;
  if (operations.length !== 1 || !name) throw new OperationFileInvalid(file, 'it must hold one operation, with a name');
  const variables = await readFile(file.replace(/\.graphql$/, '.variables.json'), 'utf8').catch(() => undefined);
  const id = createHash('sha256').update(text).digest('hex');
  return { name, id, text, document, variables };
}

function parsed(file: string, text: string): DocumentNode {
  try {
    return parse(text);
  } catch (error) {
    throw new OperationFileInvalid(file, (error as Error).message);
  }
}
