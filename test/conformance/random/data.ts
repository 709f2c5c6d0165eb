import { type GraphQLFieldResolver, Kind, type TypeNode } from 'graphql';
import type { WorldShape } from './shape.ts';
import { hash, leafValue } from './values.ts';
import type { Requirement, WorldField } from './world.ts';

/** An object of the world: which it is tells every value of its fields. */
export interface Being {
  readonly __typename: string;
  readonly id: string;
  /** The object whose field led here. */
  readonly up?: Being | undefined;
  /** A field that its subgraph has at hand, since the field that led here provides it. */
  readonly provided?: string | undefined;
  /** Where a subgraph was asked for it by a representation: that. */
  readonly known?: Readonly<Record<string, unknown>>;
}

/** How often fields are null or fail: of a hundred. */
interface Mishaps {
  readonly nulls: number;
  readonly errors: number;
}

/** What one execution knows. */
export interface Telling {
  readonly data: WorldData;
  /** How many root fields of a mutation were run. */
  writes: number;
  /** Gathers the fields that subgraphs tell, as `Type.field`. */
  readonly read?: Set<string> | undefined;
}

type Args = Readonly<Record<string, unknown>>;

const RECORDS = 4;

/**
 * The world's data as a function: the value of a field of an object depends on their names alone, so that every subgraph and the
 * merged schema tell the same.
 */
export class WorldData {
  readonly #shape: WorldShape;
  readonly #seed: number;
  readonly #mishaps: Mishaps;

  constructor(shape: WorldShape, seed: number, mishaps: Mishaps) {
    this.#shape = shape;
    this.#seed = seed;
    this.#mishaps = mishaps;
  }

  /** @param subgraph who tells; undefined for the merged schema, which looks up itself what others require */
  tell(being: Being, fieldName: string, args: Args, subgraph: string | undefined, telling: Telling): unknown {
    if (subgraph !== undefined) telling.read?.add(`${typeOf(being)}.${fieldName}`);
    if (fieldName === 'id') return being.id;
    if (fieldName === 'sku') return `sku:${being.id}`;
    if (fieldName === 'org') return { __typename: 'Org', id: `org:${being.id}` };
    const field = this.#shape.fields.get(`${typeOf(being)}.${fieldName}`);
    if (!field) return null;
    if (subgraph !== undefined && field.overridden === subgraph) return new Error('overridden');
    if (field.requires) return this.#computed(being, field.requires, subgraph);
    if (field.context)
      return `${being.id} for ${subgraph === undefined ? this.#held(being, field.context) : args.given}`;
    const written = typeOf(being) === 'Mutation' ? ` ${telling.writes++}` : '';
    return this.#value(field, args, being, written);
  }

  /** The value that the context holds for an object: that of the nearest object above that gives one. */
  #held(being: Being, args: Args): unknown {
    for (let above = being.up; above; above = above.up) {
      const field = this.#shape.fields.get(`${typeOf(above)}.tag`);
      if (field) return this.#value(field, args, above);
    }
    return undefined;
  }

  #computed(being: Being, requires: readonly Requirement[], subgraph: string | undefined): string {
    const values = requires.map((each) =>
      subgraph === undefined || each.name === being.provided
        ? this.#requiredOf(being, each)
        : given(being.known?.[each.name], each.below),
    );
    return `${being.id}:${JSON.stringify(values)}`;
  }

  #requiredOf(being: Being, { name, values, below }: Requirement): unknown {
    const field = this.#shape.fields.get(`${typeOf(being)}.${name}`);
    if (!field) return null;
    const args = field.argument ? { n: 3, ...values } : values;
    const within = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(within);
      if (below.length === 0 || value === null) return value;
      return below.map((each) => this.#requiredOf(value as Being, each));
    };
    return within(this.#value(field, args, being));
  }

  #value(field: WorldField, args: Args, being: Being, written = ''): unknown {
    const coordinate = `${typeOf(being)}.${field.name}`;
    const maker = {
      field,
      being,
      fails: this.#shape.required.has(coordinate) ? 0 : this.#mishaps.errors,
    };
    return this.#nullable(
      this.#shape.typeOf(field),
      `${being.id} ${field.name} ${JSON.stringify(args)}${written}`,
      maker,
    );
  }

  #nullable(type: TypeNode, name: string, maker: Maker): unknown {
    if (type.kind === Kind.NON_NULL_TYPE) return this.#some(type.type, name, maker);
    const chance = hash(`${this.#seed} ${name} mishap`) % 100;
    if (chance < this.#mishaps.nulls) return null;
    return chance < this.#mishaps.nulls + maker.fails ? new Error(`failed ${name}`) : this.#some(type, name, maker);
  }

  #some(type: TypeNode, name: string, maker: Maker): unknown {
    const number = hash(`${this.#seed} ${name}`);
    if (type.kind === Kind.NON_NULL_TYPE) return this.#some(type.type, name, maker);
    if (type.kind === Kind.LIST_TYPE) {
      return Array.from({ length: number % 4 }, (_, index) => this.#nullable(type.type, `${name} ${index}`, maker));
    }
    // Now and then a field that is never null fails, so that its null has to propagate.
    if ((hash(`${this.#seed} ${name} broken`) % 100) * 3 < maker.fails) return new Error(`failed ${name}`);
    const { field, being } = maker;
    if (!field.target) return leafValue(type.name.value, number);
    const among = this.#shape.concrete(field.target, field.subgraphs[0] ?? '');
    const concrete = among[number % among.length] ?? field.target;
    const count = concrete === 'Box' || concrete === 'Ball' ? 50 : RECORDS;
    return { __typename: concrete, id: `${concrete}-${(number >>> 8) % count}`, up: being, provided: field.provides };
  }
}

/** The object's type: told by its id, since a subgraph may know it by an interface's name. Roots have no id. */
export function typeOf({ __typename, id }: Being): string {
  return id.split(':').at(-1)?.split('-')[0] || __typename;
}

interface Maker {
  readonly field: WorldField;
  readonly being: Being;
  readonly fails: number;
}

/** Resolves any field of any type. @param subgraph see `WorldData.tell` */
export function resolver(subgraph: string | undefined): GraphQLFieldResolver<unknown, Telling> {
  return (source, args, telling, { fieldName, parentType }) =>
    telling.data.tell(
      (source as Being | undefined) ?? { __typename: parentType.name, id: '' },
      fieldName,
      args,
      subgraph,
      telling,
    );
}

/** What a representation holds of a required field, as lists in the order of the requirement. */
function given(value: unknown, below: readonly Requirement[]): unknown {
  if (Array.isArray(value)) return value.map((item) => given(item, below));
  if (below.length === 0 || value === null || value === undefined) return value ?? null;
  return below.map((each) => given((value as Readonly<Record<string, unknown>>)[each.name], each.below));
}
