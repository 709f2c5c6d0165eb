import {
  type GraphQLField,
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isObjectType,
} from 'graphql';
import type { ListSize } from '../../supergraph/cost-rules.ts';

/** How deep input objects within each other are looked into for sizes. */
const DEEPEST = 4;
/** Sizes of one field that are looked for. */
const MOST = 20;

/**
 * What the arguments of a field say of its list where `@listSize` names none of them, by their names: `page: { first: 50 }` can't be named
 * where Federation composes, and of many schemas nobody named anything.
 */
export class ImpliedSizes {
  readonly #names: ReadonlySet<string>;
  readonly #known = new WeakMap<GraphQLField<unknown, unknown>, ListSize | undefined>();

  /** @param names of arguments, and of fields of input objects, that say how many items are asked for */
  constructor(names: readonly string[]) {
    this.#names = new Set(names);
  }

  /** Of the list that a field is, or of the lists in the object that it leads to; undefined where nothing says its size. */
  of(field: GraphQLField<unknown, unknown>): ListSize | undefined {
    if (this.#known.has(field)) return this.#known.get(field);
    const implied = this.#impliedBy(field);
    this.#known.set(field, implied);
    return implied;
  }

  #impliedBy({ args, type }: GraphQLField<unknown, unknown>): ListSize | undefined {
    const isList = isListType(getNullableType(type));
    const lists = isList ? [] : listsIn(getNamedType(type));
    if (!isList && lists.length === 0) return undefined;
    const paths: string[][] = [];
    for (const { name, type: given } of args) this.#collect(given, [name], paths);
    if (paths.length === 0) return undefined;
    return {
      assumedSize: undefined,
      slicingArguments: paths,
      sizedFields: lists.map((name) => [name]),
      requireOneSlicingArgument: false,
    };
  }

  #collect(type: GraphQLInputType, path: readonly string[], paths: string[][]): void {
    const nullable = getNullableType(type);
    if (paths.length >= MOST || path.length > DEEPEST) return;
    if (isLeafType(nullable) && this.#names.has(path.at(-1) ?? '')) paths.push([...path]);
    if (!isInputObjectType(nullable)) return;
    for (const field of Object.values(nullable.getFields())) this.#collect(field.type, [...path, field.name], paths);
  }
}

function listsIn(type: ReturnType<typeof getNamedType>): string[] {
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).flatMap((field) =>
    isListType(getNullableType(field.type)) ? [field.name] : [],
  );
}
