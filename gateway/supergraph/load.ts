import { readFile } from 'node:fs/promises';
import { Supergraph } from '@apollo/federation-internals';
import type { GraphQLSchema } from 'graphql';
import { Mendable } from '../mendable.ts';

/** The file is missing, or is none that can be read. */
class SupergraphUnreadable extends Mendable {
  constructor(file: string, cause: unknown) {
    const missing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    const why = missing ? 'there is no such file; npm run compose writes it' : (cause as Error).message;
    super(`The supergraph ${file} can’t be read: ${why}`, { cause });
  }
}

/**
 * Reads a supergraph's SDL.
 * @throws {Mendable}
 */
export async function loadSupergraph(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new SupergraphUnreadable(file, error);
  }
}

/** The schema that clients see of a supergraph. */
export function apiSchemaOf(sdl: string): GraphQLSchema {
  return Supergraph.build(sdl).apiSchema().toGraphQLJSSchema();
}
