import { type GraphQLInputObjectType, type GraphQLInputType, getNamedType, isInputObjectType } from 'graphql';
import type { CostRules } from '../../supergraph/cost-rules.ts';

/** What a value of an input type costs. @param depth in how many input objects it stands */
type WeightOfValue = (value: unknown, depth?: number) => number;

/** A field of an input type that costs something. */
interface WeightedField {
  readonly name: string;
  readonly own: number;
  readonly below: WeightOfValue | undefined;
}

/** Input objects deeper than this in each other are taken for free: executing refuses values that nest thousands deep. */
const DEEPEST = 50;

/** What input objects cost: 1 each, and what `@cost` says of their fields. https://ibm.github.io/graphql-specs/cost-spec.html#sec-weight */
export class InputWeights {
  readonly #weights: CostRules['weights'];
  readonly #fields = new Map<GraphQLInputObjectType, readonly WeightedField[]>();

  constructor(weights: CostRules['weights']) {
    this.#weights = weights;
  }

  /** What a value of a type costs; undefined where none costs anything. */
  of(type: GraphQLInputType): WeightOfValue | undefined {
    const named = getNamedType(type);
    if (!isInputObjectType(named)) return undefined;
    return (value, depth = 0) => this.#weigh(named, value, depth);
  }

  #weigh(type: GraphQLInputObjectType, value: unknown, depth: number): number {
    if (typeof value !== 'object' || value === null || depth > DEEPEST) return 0;
    if (Array.isArray(value)) {
      let sum = 0;
      for (const item of value) sum += this.#weigh(type, item, depth + 1);
      return sum;
    }
    let weight = 1;
    for (const { name, own, below } of this.#weighted(type)) {
      if (!Object.hasOwn(value, name)) continue;
      const field = (value as Record<string, unknown>)[name];
      if (field !== null) weight += own + (below?.(field, depth + 1) ?? 0);
    }
    return weight;
  }

  #weighted(type: GraphQLInputObjectType): readonly WeightedField[] {
    let fields = this.#fields.get(type);
    if (!fields) {
      fields = Object.values(type.getFields()).flatMap((field) => {
        const own = this.#weights.get(`${type.name}.${field.name}`) ?? 0;
        const below = this.of(field.type);
        return own !== 0 || below ? [{ name: field.name, own, below }] : [];
      });
      this.#fields.set(type, fields);
    }
    return fields;
  }
}
