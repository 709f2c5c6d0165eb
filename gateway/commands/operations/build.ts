import { readFile, writeFile } from 'node:fs/promises';
import { Mendable } from '../../errors/mendable.ts';
import { readOperations } from '../../operations/folder.ts';
import { manifestText } from '../../operations/manifest.ts';
import { normalText } from '../../operations/normal-text.ts';
import { readDocument } from '../../operations/read-document.ts';
import type { RegisteredOperation } from '../../operations/registered-operation.ts';
import { withTypenames } from '../../operations/with-typenames.ts';
import { OWN_COMMAND } from '../../process/own-command.ts';
import type { OperationsFlags } from './flags.ts';

/** Writes the manifest of a folder. @returns what to print @throws {Mendable} */
export async function buildManifest(
  [folder = 'schema/operations']: readonly string[],
  { out, typename, check }: OperationsFlags,
): Promise<string> {
  const operations = await readOperations(folder, { mayBeMissing: false });
  const text = manifestText(typename ? operations.map(asApolloClientAsks) : operations);
  if (out === undefined) return text.trimEnd();
  if (check) {
    if (text === (await readFile(out, 'utf8').catch(() => undefined))) return `${out} is current`;
    throw new Mendable(`${out} is stale: run ${OWN_COMMAND} operations build, and commit what it writes`);
  }
  await writeFile(out, text);
  return `wrote ${out}: ${operations.length} operations`;
}

function asApolloClientAsks(operation: RegisteredOperation): RegisteredOperation {
  return { ...operation, ...readDocument(normalText(withTypenames(operation.document))) };
}
