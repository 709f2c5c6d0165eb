import {
  type DocumentNode,
  GraphQLError,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  type OperationDefinitionNode,
  type SelectionSetNode,
  valueFromASTUntyped,
} from 'graphql';
import type { CostRules, ListSize } from '../../supergraph/cost-rules.ts';
import type { Variables } from '../variables.ts';
import { amountOf, type Cost, type CostScope, mostOf, type SizeFault, sumOf, timesOf } from './cost.ts';
import { type CostedNode, CostedSelections, type CostedSet } from './costed-selections.ts';
import type { FieldWeights } from './field-weights.ts';
import type { VariableDefaults } from './given-values.ts';
import type { ImpliedSizes } from './implied-sizes.ts';
import { impliedSizeOf, type ListSizing, listSizeOf } from './list-sizes.ts';
import { allHold } from './selection-conditions.ts';

/** What an operation may cost, as far as can be said before it is executed; or which list's size can't be taken. */
export type CostOf = (variables: Variables) => number | SizeFault;

/** What costs are found from. */
export interface CostInput {
  /** The schema that clients see. */
  readonly schema: GraphQLSchema;
  readonly rules: CostRules;
  readonly sizing: ListSizing;
  readonly implied: ImpliedSizes;
  readonly weights: FieldWeights;
}

/** Kinds of objects that are told apart in one operation: past them, each place counts the fields of all its kinds. */
const MOST_KINDS = 5000;
/** Fields that are looked at, each as often as it may count otherwise. */
const MOST_FIELDS = 100_000;

/**
 * Compiles what an operation costs: the sum of what its fields and objects weigh, each as often as the lists around it are long; of fragments on
 * several types the dearest. Selections, types and sizes that are written out are added up here, once: what is left reads variables.
 * https://ibm.github.io/graphql-specs/cost-spec.html#sec-Static-Query-Analysis
 * @throws {GraphQLError} where that takes too long to say
 */
export function compileCost(input: CostInput, document: DocumentNode, operation: OperationDefinitionNode): CostOf {
  const root = input.schema.getRootType(operation.operation);
  if (!root) return () => 0;
  const compiler = new CostCompiler(input, document, operation);
  const cost = compiler.object(root, [{ set: operation.selectionSet, conditions: [] }], NOTHING_SIZED);
  if (typeof cost === 'number') return () => cost;
  const scope: CostScope = { variables: {}, fault: undefined };
  return (variables) => {
    scope.variables = variables;
    scope.fault = undefined;
    const value = amountOf(cost, scope);
    return scope.fault ?? value;
  };
}

function tooComplex(): GraphQLError {
  const message = 'The operation has too many ways to be answered to say what it costs.';
  return new GraphQLError(message, { extensions: { code: 'OPERATION_TOO_COMPLEX' } });
}

/** Lists whose size a field around them says, by path from here. */
type Sized = readonly { readonly path: readonly string[]; readonly size: Cost }[];

const NOTHING_SIZED: Sized = [];

class CostCompiler {
  readonly #input: CostInput;
  readonly #selections: CostedSelections;
  readonly #defaults: VariableDefaults;
  readonly #known = new Map<string, Cost>();
  readonly #numbers = new Map<SelectionSetNode, number>();
  #kinds = 0;
  #fields = 0;

  constructor(input: CostInput, document: DocumentNode, operation: OperationDefinitionNode) {
    this.#input = input;
    this.#selections = new CostedSelections(input.schema, document);
    this.#defaults = new Map(
      (operation.variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
        defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)]] : [],
      ),
    );
  }

  /** What one object costs, with all below it. */
  object(type: GraphQLNamedType, sets: readonly CostedSet[], sized: Sized): Cost {
    const name = sized.length === 0 ? this.#nameOf(type, sets) : undefined;
    const known = name === undefined ? undefined : this.#known.get(name);
    if (known !== undefined) return known;
    const kinds: Cost[] = [];
    for (const fields of this.#selections.kindsOf(type, sets, this.#kinds > MOST_KINDS)) {
      this.#kinds++;
      kinds.push(sumOf([...fields.values()].map((nodes) => this.#field(nodes, sized))));
    }
    const cost = sumOf([this.#input.weights.ofType(type), mostOf(kinds)]);
    if (name !== undefined) this.#known.set(name, cost);
    return cost;
  }

  #nameOf(type: GraphQLNamedType, sets: readonly CostedSet[]): string | undefined {
    if (sets.some(({ conditions }) => conditions.length > 0)) return undefined;
    const numbers = sets.map(({ set }) => {
      const number = this.#numbers.get(set) ?? this.#numbers.size;
      this.#numbers.set(set, number);
      return number;
    });
    return `${type.name} ${numbers.join()}`;
  }

  #field(nodes: readonly CostedNode[], sized: Sized): Cost {
    const [first] = nodes;
    if (!first) return 0;
    if (++this.#fields > MOST_FIELDS) throw tooComplex();
    const { node, type } = first;
    const own = this.#input.weights.ofField(type, node, this.#defaults);
    const field = type?.getFields()[node.name.value];
    const cost = field ? sumOf([own, this.#value(first, field, nodes, sized)]) : own;
    if (nodes.some(({ conditions }) => conditions.length === 0) || cost === 0) return cost;
    const conditions = nodes.map((each) => each.conditions);
    const defaults = this.#defaults;
    return (scope) => (conditions.some((each) => allHold(each, scope, defaults)) ? amountOf(cost, scope) : 0);
  }

  /** What a field leads to. */
  #value(asked: CostedNode, field: GraphQLField<unknown, unknown>, nodes: readonly CostedNode[], sized: Sized): Cost {
    const { name } = field;
    const around = sized.filter(({ path }) => path[0] === name);
    const rules = this.#sizes(asked, field);
    const said = [
      ...around.filter(({ path }) => path.length === 1).map(({ size }) => size),
      ...rules.filter(({ rule }) => rule.sizedFields.length === 0).map(({ size }) => size),
    ];
    const below: Sized = [
      ...around.filter(({ path }) => path.length > 1).map(({ path, size }) => ({ path: path.slice(1), size })),
      ...rules.flatMap(({ rule, size }) => rule.sizedFields.map((path) => ({ path, size }))),
    ];
    const type = getNamedType(field.type);
    const [only] = nodes;
    const sets = nodes.flatMap(({ node, conditions }): CostedSet[] =>
      node.selectionSet ? [{ set: node.selectionSet, conditions: nodes.length === 1 && only ? [] : conditions }] : [],
    );
    const each = isCompositeType(type) ? this.object(type, sets, below) : this.#input.weights.ofType(type);
    return this.#listed(field.type, each, said);
  }

  #listed(type: GraphQLOutputType, each: Cost, said: readonly Cost[]): Cost {
    const nullable = getNullableType(type);
    if (!isListType(nullable)) return each;
    const size = said.length > 0 ? mostOf(said) : this.#input.sizing.listSize;
    return timesOf(size, this.#listed(nullable.ofType, each, []));
  }

  #sizes(asked: CostedNode, definition: GraphQLField<unknown, unknown>): { rule: ListSize; size: Cost }[] {
    const { type, node } = asked;
    const { sizing, implied } = this.#input;
    const field = { coordinate: `${type.name}.${node.name.value}`, node, definition, defaults: this.#defaults };
    const said = this.#sizesAt(asked);
    const sizes = said.map((rule) => ({ rule, size: listSizeOf(rule, field, sizing) }));
    const isSliced = said.some(({ slicingArguments }) => slicingArguments.length > 0);
    const rule = isSliced ? undefined : implied.of(definition);
    if (rule) sizes.push({ rule, size: impliedSizeOf(rule, field, sizing) });
    return sizes;
  }

  /** What is said of a field, or of the same field of any type that implements its interface. */
  #sizesAt({ type, node }: CostedNode): ListSize[] {
    const { schema, rules } = this.#input;
    const types = isInterfaceType(type) ? [type, ...schema.getPossibleTypes(type)] : [type];
    return types.flatMap(({ name }) => rules.listSizes.get(`${name}.${node.name.value}`) ?? []);
  }
}
