import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { z } from 'zod';

/** One entry per subgraph: its SDL file, relative to the list, and the URL that the supergraph names for it. */
const SubgraphList = z.record(z.string(), z.strictObject({ schema: z.string(), url: z.url() }));

/** The subgraphs do not compose; `reasons` holds each of the composer's errors, code first. */
export class CompositionError extends Error {
  readonly reasons: readonly string[];
  constructor(reasons: readonly string[]) {
    super(`The subgraphs do not compose:\n${reasons.map((reason) => `  ${reason}`).join('\n')}`);
    this.reasons = reasons;
  }
}

/**
 * Composes the subgraphs named in a list file into a supergraph.
 * @param listFile path of a JSON file `{ name: { schema, url } }`
 * @returns the supergraph SDL, and the composer's hints
 * @throws {CompositionError} when they do not compose
 */
export async function composeFromList(listFile: string): Promise<{ supergraphSdl: string; hints: string[] }> {
  const list = SubgraphList.parse(JSON.parse(await readFile(listFile, 'utf8')));
  const services = await Promise.all(
    Object.entries(list).map(async ([name, { schema, url }]) => ({
      name,
      url,
      typeDefs: parse(await readFile(resolve(dirname(listFile), schema), 'utf8')),
    })),
  );
  const result = composeServices(services);
  if (result.errors) {
    throw new CompositionError(result.errors.map((error) => `${error.extensions?.code ?? 'ERROR'}: ${error.message}`));
  }
  return { supergraphSdl: result.supergraphSdl, hints: result.hints.map((hint) => hint.message) };
}
