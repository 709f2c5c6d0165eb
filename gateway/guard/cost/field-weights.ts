import {
  type FieldNode,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  isLeafType,
} from 'graphql';
import type { CostRules } from '../../supergraph/cost-rules.ts';
import { type Cost, sumOf } from './cost.ts';
import { givenAt, type VariableDefaults } from './given-values.ts';
import { InputWeights } from './input-weights.ts';

/** What a field at the root of a mutation costs beside its answer: what changes something is dearer than what reads. */
const MUTATION_WEIGHT = 10;
/** What the schema costs that introspection tells, for all of it and for one type: it is at hand, but large. */
const INTROSPECTION_WEIGHTS: Readonly<Record<string, number>> = { __schema: 100, __type: 10 };

/** What fields and objects cost by themselves. https://ibm.github.io/graphql-specs/cost-spec.html#sec-weight */
export class FieldWeights {
  readonly #schema: GraphQLSchema;
  readonly #weights: CostRules['weights'];
  readonly #inputs: InputWeights;
  readonly #types = new Map<GraphQLNamedType, number>();

  constructor(schema: GraphQLSchema, { weights }: CostRules) {
    this.#schema = schema;
    this.#weights = weights;
    this.#inputs = new InputWeights(weights);
  }

  /** A value of a type: an object 1, a leaf 0, unless `@cost` says otherwise; of an interface or union the dearest that it may be. */
  ofType(type: GraphQLNamedType): number {
    const known = this.#types.get(type);
    if (known !== undefined) return known;
    const weight = isAbstractType(type)
      ? this.#schema.getPossibleTypes(type).reduce((most, object) => Math.max(most, this.ofType(object)), 0)
      : Math.max(0, this.#weights.get(type.name) ?? (isLeafType(type) ? 0 : 1));
    this.#types.set(type, weight);
    return weight;
  }

  /**
   * A field that is read once, without what it leads to: its own weight, and its arguments'; never less than nothing.
   * @param type in which it is read
   */
  ofField(type: GraphQLObjectType | GraphQLInterfaceType, node: FieldNode, defaults: VariableDefaults): Cost {
    const name = node.name.value;
    const introspection = Object.hasOwn(INTROSPECTION_WEIGHTS, name) ? INTROSPECTION_WEIGHTS[name] : undefined;
    if (introspection !== undefined) return introspection;
    const field = type.getFields()[name];
    if (!field) return 0;
    const own = this.#dearest(type, name, (coordinate) => this.#weights.get(coordinate));
    const root = type === this.#schema.getMutationType() ? MUTATION_WEIGHT : 0;
    const sum = sumOf([own ?? 0, root, ...this.#arguments(type, field, node, defaults)]);
    return typeof sum === 'number' ? Math.max(0, sum) : (scope) => Math.max(0, sum(scope));
  }

  #arguments(
    type: GraphQLObjectType | GraphQLInterfaceType,
    field: GraphQLField<unknown, unknown>,
    node: FieldNode,
    defaults: VariableDefaults,
  ): Cost[] {
    return (node.arguments ?? []).flatMap((given): Cost[] => {
      const name = given.name.value;
      const argument = field.args.find((each) => each.name === name);
      if (!argument) return [];
      const own = this.#dearest(type, field.name, (at) => this.#weights.get(`${at}(${name}:)`)) ?? 0;
      const below = this.#inputs.of(argument.type);
      if (own === 0 && !below) return [];
      const value = givenAt(given.value, argument.type, [], defaults);
      if ('written' in value) return [value.written === null ? 0 : own + (below?.(value.written) ?? 0)];
      return [
        (scope) => {
          const sent = value.read(scope);
          return sent === undefined || sent === null ? 0 : own + (below?.(sent) ?? 0);
        },
      ];
    });
  }

  /** What is said of a field of an interface, or of the same field of any type that implements it. */
  #dearest(
    type: GraphQLObjectType | GraphQLInterfaceType,
    field: string,
    weightAt: (coordinate: string) => number | undefined,
  ): number | undefined {
    const types = isAbstractType(type) ? [type, ...this.#schema.getPossibleTypes(type)] : [type];
    const weights = types.flatMap(({ name }) => weightAt(`${name}.${field}`) ?? []);
    return weights.length === 0 ? undefined : Math.max(...weights);
  }
}
