import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { composeServices } from '@apollo/composition';
import { type DocumentNode, parse } from 'graphql';
import { z } from 'zod';
import { Mendable } from '../mendable.ts';

/** One entry per subgraph: its SDL file, relative to the list, and the URL that the supergraph names for it. */
const SubgraphList = z.record(z.string(), z.strictObject({ schema: z.string(), url: z.url() }));

/** The subgraphs do not compose; `reasons` holds each of the composer's errors, code first. */
class CompositionError extends Mendable {
  readonly reasons: readonly string[];
  constructor(reasons: readonly string[]) {
    super(`The subgraphs do not compose:\n${reasons.map((reason) => `  ${reason}`).join('\n')}`);
    this.reasons = reasons;
  }
}

/**
 * Composes the subgraphs named in a list file into a supergraph.
 * @param listFile path of a JSON file `{ name: { schema, url } }`
 * @returns the supergraph SDL, and the composer's hints of what looks like a mistake
 * @throws {Mendable} when they do not compose, with the reasons
 * @throws {Mendable} when the list or a schema can't be read
 */
export async function composeFromList(listFile: string): Promise<{ supergraphSdl: string; hints: string[] }> {
  const list = await readList(listFile);
  const services = await Promise.all(
    Object.entries(list).map(async ([name, { schema, url }]) => ({
      name,
      url,
      typeDefs: await readSchema(resolve(dirname(listFile), schema)),
    })),
  );
  const result = composeServices(services);
  if (result.errors) {
    throw new CompositionError(result.errors.map((error) => `${error.extensions?.code ?? 'ERROR'}: ${error.message}`));
  }
  // Of level DEBUG are such as a type of one subgraph that no field uses yet: nothing that composition could get wrong.
  const hints = result.hints.filter(({ definition }) => definition.level.name !== 'DEBUG');
  return { supergraphSdl: result.supergraphSdl, hints: hints.map((hint) => hint.message) };
}

async function readList(file: string): Promise<z.infer<typeof SubgraphList>> {
  try {
    return SubgraphList.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    throw new Mendable(`The list of subgraphs ${file} can’t be read: ${(error as Error).message}`, { cause: error });
  }
}

async function readSchema(file: string): Promise<DocumentNode> {
  try {
    return parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw new Mendable(`The schema ${file} can’t be read: ${(error as Error).message}`, { cause: error });
  }
}
