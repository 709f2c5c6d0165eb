import { composeServices } from '@apollo/composition';
import { type DocumentNode, parse } from 'graphql';
import { Mendable } from '../errors/mendable.ts';
import { type ListedSubgraph, readSubgraphList, schemaUnreadable } from './subgraph-list.ts';

/** A supergraph, and the composer's hints of what looks like a mistake. */
export interface Composed {
  readonly supergraphSdl: string;
  readonly hints: string[];
}

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
 * @param listFile see `readSubgraphList`
 * @throws {Mendable} when they can't be read, or do not compose, with the reasons
 */
export async function composeFromList(listFile: string): Promise<Composed> {
  return composeSubgraphs(await readSubgraphList(listFile));
}

/** @throws {Mendable} when a schema is none, or they do not compose, with the reasons */
export function composeSubgraphs(subgraphs: readonly ListedSubgraph[]): Composed {
  const services = subgraphs.map(({ name, url, file, sdl }) => ({ name, url, typeDefs: parsed(file, sdl) }));
  const result = composeServices(services);
  if (result.errors) {
    throw new CompositionError(result.errors.map((error) => `${error.extensions?.code ?? 'ERROR'}: ${error.message}`));
  }
  // Of level DEBUG are such as a type of one subgraph that no field uses yet: nothing that composition could get wrong.
  const hints = result.hints.filter(({ definition }) => definition.level.name !== 'DEBUG');
  return { supergraphSdl: result.supergraphSdl, hints: hints.map((hint) => hint.message) };
}

function parsed(file: string, sdl: string): DocumentNode {
  try {
    return parse(sdl);
  } catch (error) {
    throw schemaUnreadable(file, error);
  }
}
