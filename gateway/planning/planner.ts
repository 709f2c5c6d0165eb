import {
  buildASTSchema,
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  parse,
  print,
} from 'graphql';
import { type SupergraphTypes, supergraphTypes } from '../supergraph/supergraph-types.ts';
import { conflictFreeParts } from './conflict-groups.ts';
import { type FieldSets, fieldSetsOf } from './field-sets.ts';
import { withOwnNames } from './own-names.ts';
import type { PlannedOperation } from './planned-operation.ts';
import type { Planning } from './planning.ts';

/** Plans operations on one supergraph: what is cheap is done here, the plan itself wherever `Planning` does it. */
export class Planner {
  /** The schema that clients see. */
  readonly schema: GraphQLSchema;
  readonly types: SupergraphTypes;
  /** Subgraphs by name, with the URLs that the supergraph gives. */
  readonly subgraphUrls: ReadonlyMap<string, string>;
  readonly #planning: Planning;
  readonly #fieldSets: FieldSets;

  /** @param planning of the same supergraph, which has found it valid */
  constructor(supergraphSdl: string, planning: Planning) {
    const document = parse(supergraphSdl, { noLocation: true });
    const { apiSdl, subgraphs } = planning.description;
    this.schema = schemaOf(parse(apiSdl, { noLocation: true }));
    this.types = supergraphTypes(document, schemaOf(document));
    this.subgraphUrls = new Map(subgraphs);
    this.#fieldSets = fieldSetsOf(document);
    this.#planning = planning;
  }

  /**
   * Plans one operation of a valid document.
   * @throws {GraphQLError} (the promise) when there is no such operation, or it cannot be planned
   */
  async plan(document: DocumentNode, operationName: string | undefined): Promise<PlannedOperation> {
    const { document: own, clientKey, clientVariable } = withOwnNames(document, this.#fieldSets);
    const operation = getOperationAST(own, operationName);
    if (!operation) throw new GraphQLError('The document has no such operation.');
    const parts = conflictFreeParts(this.schema, own, operation, this.#fieldSets);
    const plans = await this.#planning.plan({ documents: parts.map((part) => print(part)), operationName });
    return { document: own, operation, plans, clientKey, clientVariable };
  }

  /** See `Planning.retire`. */
  retire(): void {
    this.#planning.retire();
  }

  /** See `Planning.close`. */
  close(): Promise<void> {
    return this.#planning.close();
  }
}

function schemaOf(document: DocumentNode): GraphQLSchema {
  return buildASTSchema(document, { assumeValid: true, assumeValidSDL: true });
}
