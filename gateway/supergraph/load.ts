import { readFile } from 'node:fs/promises';
import { Supergraph } from '@apollo/federation-internals';
import type { GraphQLSchema } from 'graphql';
import { Mendable } from '../mendable.ts';

/** A supergraph as it was read: its text, and the subgraphs that it names. */
export interface LoadedSupergraph {
  readonly sdl: string;
  readonly subgraphs: readonly { readonly name: string; readonly url: string }[];
}

/** The file is missing or holds no supergraph. */
class SupergraphUnreadable extends Mendable {
  constructor(file: string, cause: unknown) {
    const missing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    const why = missing ? 'there is no such file; npm run compose writes it' : (cause as Error).message;
    super(`The supergraph ${file} can’t be read: ${why}`, { cause });
  }
}

/** @throws {Mendable} */
export async function loadSupergraph(file: string): Promise<LoadedSupergraph> {
  try {
    const sdl = await readFile(file, 'utf8');
    const subgraphs = Supergraph.build(sdl).subgraphsMetadata();
    return { sdl, subgraphs: subgraphs.map(({ name, url }) => ({ name, url })) };
  } catch (error) {
    throw new SupergraphUnreadable(file, error);
  }
}

/** The schema that clients see of a supergraph. */
export function apiSchemaOf(sdl: string): GraphQLSchema {
  return Supergraph.build(sdl).apiSchema().toGraphQLJSSchema();
}
