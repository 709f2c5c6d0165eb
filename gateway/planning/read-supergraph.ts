import { buildASTSchema, type DocumentNode, type GraphQLSchema, parse } from 'graphql';
import type { Sliced } from '../process/slices.ts';
import { type AccessRules, accessRules } from '../supergraph/access-rules.ts';
import { type CacheHints, cacheHints } from '../supergraph/cache-hints.ts';
import { type CostRules, costRules } from '../supergraph/cost-rules.ts';
import { type SupergraphTypes, supergraphTypes } from '../supergraph/supergraph-types.ts';
import { type FieldSets, fieldSetsOf } from './field-sets.ts';

/** What is known of a supergraph beside its planner. */
export interface ReadSupergraph {
  /** The schema that clients see. */
  readonly schema: GraphQLSchema;
  readonly types: SupergraphTypes;
  readonly fieldSets: FieldSets;
  /** What it asks of whoever reads its fields and objects. */
  readonly access: AccessRules;
  /** How long it lets answers be kept. */
  readonly hints: CacheHints;
  /** What it says of costs. */
  readonly costs: CostRules;
}

/**
 * Reads a supergraph that was found valid; a large one takes tenths of a second.
 * @param apiSdl the schema that clients see, as planning describes it
 */
export function* readSupergraph(supergraphSdl: string, apiSdl: string): Sliced<ReadSupergraph> {
  const api = parse(apiSdl, { noLocation: true });
  yield;
  const schema = schemaOf(api);
  yield;
  const document = parse(supergraphSdl, { noLocation: true });
  yield;
  const whole = schemaOf(document);
  yield;
  const types = supergraphTypes(document, whole);
  yield;
  return {
    schema,
    types,
    fieldSets: fieldSetsOf(document),
    access: accessRules(document, whole),
    hints: cacheHints(document),
    costs: costRules(document),
  };
}

function schemaOf(document: DocumentNode): GraphQLSchema {
  return buildASTSchema(document, { assumeValid: true, assumeValidSDL: true });
}
