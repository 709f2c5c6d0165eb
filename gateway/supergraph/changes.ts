import { ROUTER_SUPPORTED_SUPERGRAPH_FEATURES, Supergraph } from '@apollo/federation-internals';
import { CriticalityLevel, diff } from '@graphql-inspector/core';
import type { GraphQLSchema } from 'graphql';

/** One change of a schema. */
interface SchemaChange {
  readonly message: string;
  /** What changed, as a schema coordinate. */
  readonly path: string | undefined;
  readonly type: string;
}

/** Changes by what they do to clients: breaking ones refuse documents that worked, dangerous ones may surprise clients that run on. */
export interface SchemaChanges {
  readonly breaking: readonly SchemaChange[];
  readonly dangerous: readonly SchemaChange[];
  readonly safe: readonly SchemaChange[];
}

/** How the schema that clients see differs between two supergraphs. */
export async function apiChanges(before: string, after: string): Promise<SchemaChanges> {
  const changes = await diff(apiSchemaOf(before), apiSchemaOf(after));
  const of = (level: CriticalityLevel): SchemaChange[] =>
    changes
      .filter((change) => change.criticality.level === level)
      .map(({ message, path, type }) => ({ message, path, type: String(type) }));
  return {
    breaking: of(CriticalityLevel.Breaking),
    dangerous: of(CriticalityLevel.Dangerous),
    safe: of(CriticalityLevel.NonBreaking),
  };
}

/** The schema that clients see of a supergraph. */
function apiSchemaOf(sdl: string): GraphQLSchema {
  const options = { supportedFeatures: ROUTER_SUPPORTED_SUPERGRAPH_FEATURES };
  return Supergraph.build(sdl, options).apiSchema().toGraphQLJSSchema();
}
