import { type DocumentNode, GraphQLError, type OperationDefinitionNode } from 'graphql';
import type { ErrorCode } from '../../errors.ts';
import type { OperationSource } from '../../operations/operation.ts';
import type { Variables } from '../variables.ts';
import { type CostInput, type CostOf, compileCost } from './compile-cost.ts';
import type { SizeFault } from './cost.ts';
import { ImpliedSizes } from './implied-sizes.ts';
import { DEFAULT_SIZE_NAMES, type ListSizing } from './list-sizes.ts';

/** What operations may cost. */
export interface CostLimits extends ListSizing {
  /** Most that one may cost. */
  readonly costLimit: number;
}

/** As the settings have it. */
const DEFAULTS: CostLimits = { costLimit: 100_000, listSize: 10, listLimit: 1000, listSizeNames: DEFAULT_SIZE_NAMES };

/** What costs are found from. */
interface CostParts extends Omit<CostInput, 'sizing' | 'implied'> {
  /** @throws {GraphQLError} where there is no such operation */
  readonly definitionOf: (source: OperationSource) => OperationDefinitionNode;
}

/** What operations cost on one supergraph: found once for each, then evaluated with the variables of each request. */
export class OperationCosts {
  readonly #parts: CostParts;
  readonly #limits: CostLimits;
  readonly #implied: ImpliedSizes;
  readonly #known = new WeakMap<DocumentNode, Map<string | undefined, CostOf>>();

  constructor(parts: CostParts, limits: CostLimits = DEFAULTS) {
    this.#parts = parts;
    this.#limits = limits;
    this.#implied = new ImpliedSizes(limits.listSizeNames);
  }

  /**
   * What a request may cost at most, as far as can be said before it is executed.
   * @throws {GraphQLError} where that is too much, or a list is too large
   */
  estimate(source: OperationSource, variables: Variables): number {
    const cost = this.#costOf(source)(variables);
    if (typeof cost !== 'number') throw sizeError(cost, this.#limits.listLimit);
    if (cost > this.#limits.costLimit) throw tooDear(cost, this.#limits.costLimit);
    return cost;
  }

  #costOf(source: OperationSource): CostOf {
    const { document, operationName } = source;
    let ofDocument = this.#known.get(document);
    const known = ofDocument?.get(operationName);
    if (known) return known;
    if (!ofDocument) {
      ofDocument = new Map();
      this.#known.set(document, ofDocument);
    }
    const { definitionOf, ...parts } = this.#parts;
    const input = { ...parts, sizing: this.#limits, implied: this.#implied };
    const costOf = compileCost(input, document, definitionOf(source));
    ofDocument.set(operationName, costOf);
    return costOf;
  }
}

/**
 * The error of a request that costs more than it may.
 * @param found what it may cost
 */
export function tooDear(found: number, limit: number): GraphQLError {
  const message = `The operation may cost ${found}, of at most ${limit}. Ask for fewer items of lists (the sizes of lists within each other multiply), or for parts of it in several requests.`;
  return coded('COST_LIMIT', message, { limit, found });
}

function sizeError({ field, arguments: names, found }: SizeFault, limit: number): GraphQLError {
  if (found === undefined) {
    const message = `${field} needs exactly one of ${names.join(', ')}: it says how many items are asked for.`;
    return coded('LIST_SIZE_MISSING', message, {});
  }
  const message = `${field} is asked for ${found} items at once (${names.join(', ')}), of at most ${limit}. Ask for a page, and go on after it.`;
  return coded('LIST_SIZE_LIMIT', message, { limit, found });
}

function coded(code: ErrorCode, message: string, extensions: object): GraphQLError {
  return new GraphQLError(message, { extensions: { code, ...extensions } });
}
