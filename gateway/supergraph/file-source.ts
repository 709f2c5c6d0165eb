import { readFile } from 'node:fs/promises';
import { Mendable } from '../errors/mendable.ts';
import { COMPOSE_COMMAND } from '../process/own-command.ts';
import type { SupergraphSource } from './supergraph-source.ts';

/** A supergraph that stands in a file. */
export function fileSource(file: string): SupergraphSource {
  return {
    origin: file,
    files: () => [file],
    forget() {},
    async read() {
      try {
        return await readFile(file, 'utf8');
      } catch (error) {
        const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
        const why = missing ? `there is no such file; ${COMPOSE_COMMAND} writes it` : (error as Error).message;
        throw new Mendable(`The supergraph ${file} can’t be read: ${why}`, { cause: error });
      }
    },
  };
}
