import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { Mendable } from '../errors/mendable.ts';

/** One entry per subgraph: its SDL file, relative to the list, and the URL that the supergraph names for it. */
const SubgraphList = z.record(z.string(), z.strictObject({ schema: z.string(), url: z.url() }));

/** One subgraph of a list. */
export interface ListedSubgraph {
  readonly name: string;
  readonly url: string;
  /** The file of its SDL. */
  readonly file: string;
  readonly sdl: string;
}

/**
 * Reads a list file and the schemas that it names.
 * @param listFile path of a JSON file `{ name: { schema, url } }`
 * @throws {Mendable} when the list or a schema can't be read
 */
export async function readSubgraphList(listFile: string): Promise<ListedSubgraph[]> {
  const list = await readList(listFile);
  return Promise.all(
    Object.entries(list).map(async ([name, { schema, url }]) => {
      const file = resolve(dirname(listFile), schema);
      return { name, url, file, sdl: await readSchema(file) };
    }),
  );
}

async function readList(file: string): Promise<z.infer<typeof SubgraphList>> {
  try {
    return SubgraphList.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    throw new Mendable(`The list of subgraphs ${file} can’t be read: ${(error as Error).message}`, { cause: error });
  }
}

async function readSchema(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw schemaUnreadable(file, error);
  }
}

/** A schema's file is missing, or holds none. */
export function schemaUnreadable(file: string, cause: unknown): Mendable {
  return new Mendable(`The schema ${file} can’t be read: ${(cause as Error).message}`, { cause });
}
