import { mkdir, readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Mendable } from '../errors/mendable.ts';
import type { DocumentKind, DocumentStore } from './document-store.ts';
import { whileLocked } from './file-lock.ts';
import { keptDocument } from './kept-document.ts';
import { readDocument } from './read-document.ts';
import { replaceFile } from './replace-file.ts';

/** A document in a file of JSON, which only its owner may read. A change replaces the file, so that nobody reads half of it. */
export function fileDocument<T>(file: string, kind: DocumentKind<T>): DocumentStore<T> {
  const read = async () => {
    const text = await textOf(file);
    if (text === undefined) throw new Mendable(`${file} is missing: \`${kind.madeBy}\` makes it`);
    return parsed(file, text, kind);
  };
  return {
    place: file,
    async version() {
      const { mtimeNs, size, ino } = await stat(file, { bigint: true });
      return `${mtimeNs} ${size} ${ino}`;
    },
    read,
    async change(edit) {
      await mkdir(dirname(file), { recursive: true });
      await whileLocked(`${file}.lock`, async () => {
        const text = await textOf(file);
        const before = text === undefined ? kind.empty : parsed(file, text, kind);
        await replaceFile(file, `${JSON.stringify(keptDocument(edit(before), kind), undefined, 2)}\n`, 0o600);
      });
    },
    close: async () => undefined,
  };
}

/** What the file holds; undefined where there is none. */
async function textOf(file: string): Promise<string | undefined> {
  return readFile(file, 'utf8').catch((error) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
}

/** @throws {Mendable} */
function parsed<T>(file: string, text: string, kind: DocumentKind<T>): T {
  return readDocument(jsonOf(text), file, kind);
}

/** Undefined for what is no JSON. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
