import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  Kind,
} from 'graphql';
import { argument, itemsOf, linkedFeatures, textOf } from './linked-feature.ts';

/** What `@listSize` says of a field. https://ibm.github.io/graphql-specs/cost-spec.html#sec-The-List-Size-Directive */
export interface ListSize {
  readonly assumedSize: number | undefined;
  /** Arguments whose value is the size, as paths: what is below the first stands in an input object. */
  readonly slicingArguments: readonly (readonly string[])[];
  /** Fields below that have this size, as paths; none where the field itself does. */
  readonly sizedFields: readonly (readonly string[])[];
  readonly requireOneSlicingArgument: boolean;
}

/**
 * What a supergraph says of costs, by coordinate: `Type`, `Type.field`, `Type.field(argument:)`.
 * https://spec.graphql.org/draft/#sec-Schema-Coordinates
 */
export interface CostRules {
  /** By `@cost`. */
  readonly weights: ReadonlyMap<string, number>;
  readonly listSizes: ReadonlyMap<string, ListSize>;
}

/** Reads `@cost` and `@listSize` from a supergraph, under whatever names it links them. */
export function costRules(supergraph: DocumentNode): CostRules {
  const features = linkedFeatures(supergraph).filter(({ feature }) => feature === 'cost');
  const costs = new Set(features.flatMap(({ directiveNames }) => directiveNames('cost')));
  const sizes = new Set(features.flatMap(({ directiveNames }) => directiveNames('listSize')));
  const weights = new Map<string, number>();
  const listSizes = new Map<string, ListSize>();
  if (features.length === 0) return { weights, listSizes };
  const read = (coordinate: string, directives: readonly ConstDirectiveNode[] = []): void => {
    for (const directive of directives) {
      const { value } = directive.name;
      const weight = costs.has(value) ? numberOf(directive, 'weight') : undefined;
      if (weight !== undefined) weights.set(coordinate, weight);
      if (sizes.has(value)) listSizes.set(coordinate, listSizeOf(directive));
    }
  };
  for (const definition of supergraph.definitions) {
    if (!('name' in definition) || !definition.name || !('directives' in definition)) continue;
    const type = definition.name.value;
    read(type, definition.directives as readonly ConstDirectiveNode[]);
    const fields = 'fields' in definition ? definition.fields : undefined;
    for (const field of (fields ?? []) as readonly (FieldDefinitionNode | InputValueDefinitionNode)[]) {
      const coordinate = `${type}.${field.name.value}`;
      read(coordinate, field.directives);
      const args = field.kind === Kind.FIELD_DEFINITION ? field.arguments : undefined;
      for (const each of args ?? []) read(`${coordinate}(${each.name.value}:)`, each.directives);
    }
  }
  return { weights, listSizes };
}

function listSizeOf(directive: ConstDirectiveNode): ListSize {
  const pathsOf = (name: string) =>
    itemsOf(argument(directive, name)).flatMap((item) => {
      const text = textOf(item);
      return text === undefined ? [] : [text.split('.')];
    });
  const one = argument(directive, 'requireOneSlicingArgument');
  return {
    assumedSize: numberOf(directive, 'assumedSize'),
    slicingArguments: pathsOf('slicingArguments'),
    sizedFields: pathsOf('sizedFields'),
    requireOneSlicingArgument: one?.kind !== Kind.BOOLEAN || one.value,
  };
}

/** A number; the specification writes weights as texts, Federation as integers. */
function numberOf(directive: ConstDirectiveNode, name: string): number | undefined {
  const value = argument(directive, name);
  if (value?.kind !== Kind.INT && value?.kind !== Kind.FLOAT && value?.kind !== Kind.STRING) return undefined;
  const number = Number(value.value);
  return Number.isFinite(number) ? number : undefined;
}
