import {
  type GraphQLFieldResolver,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  isAbstractType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type { World, WorldField } from './world.ts';

/** An object of the world: which it is tells every value of its fields. */
interface Being {
  readonly __typename: string;
  readonly id: string;
}

/** How often fields are null or fail: of a hundred. */
interface Mishaps {
  readonly nulls: number;
  readonly errors: number;
}

const RECORDS = 4;

/**
 * The world's data as a function: the value of a field of an object depends on their names alone, so that every subgraph and the
 * merged schema tell the same.
 */
export class WorldData {
  readonly #world: World;
  readonly #seed: number;
  readonly #mishaps: Mishaps;
  readonly #required: ReadonlySet<string>;

  constructor(world: World, seed: number, mishaps: Mishaps) {
    this.#world = world;
    this.#seed = seed;
    this.#mishaps = mishaps;
    this.#required = new Set(world.entities.flatMap(({ fields }) => fields.flatMap(({ requires }) => requires)));
  }

  /**
   * Resolves any field of any type.
   * @param subgraph undefined for the merged schema: then required fields are looked up instead of taken from the representation
   */
  resolver(subgraph: string | undefined): GraphQLFieldResolver<unknown, unknown> {
    return (source, args, _context, info) => {
      const being = (source ?? { __typename: 'Query', id: '' }) as Being & Record<string, unknown>;
      const { fieldName } = info;
      if (fieldName === 'id') return being.id;
      const typename = being.__typename;
      const field = this.#world.entities
        .find(({ name }) => name === typename)
        ?.fields.find(({ name }) => name === fieldName);
      if (field && field.requires.length > 0) return this.#computed(being, field, info, subgraph);
      return this.#value(info.returnType, `${being.id} ${fieldName} ${JSON.stringify(args)}`, fieldName);
    };
  }

  #computed(
    being: Record<string, unknown>,
    field: WorldField,
    info: GraphQLResolveInfo,
    subgraph: string | undefined,
  ): string {
    const values = field.requires.map((name) => {
      if (subgraph !== undefined) return being[name] ?? null;
      const type = isObjectType(info.parentType) ? info.parentType.getFields()[name]?.type : undefined;
      return type ? this.#value(type, `${being.id} ${name} {}`, name) : null;
    });
    return `${being.id}:${JSON.stringify(values)}`;
  }

  #value(type: GraphQLOutputType, name: string, field: string): unknown {
    if (isNonNullType(type)) return this.#some(type.ofType, name, field);
    const chance = hash(`${this.#seed} ${name} mishap`) % 100;
    if (chance < this.#mishaps.nulls) return null;
    const fails = chance < this.#mishaps.nulls + this.#mishaps.errors && !this.#required.has(field);
    return fails ? new Error(`failed ${name}`) : this.#some(type, name, field);
  }

  #some(type: GraphQLOutputType, name: string, field: string): unknown {
    const number = hash(`${this.#seed} ${name}`);
    const chance = hash(`${this.#seed} ${name} broken`) % 100;
    if (isNonNullType(type)) return this.#some(type.ofType, name, field);
    if (isListType(type)) {
      return Array.from({ length: number % 4 }, (_, index) => this.#value(type.ofType, `${name} ${index}`, field));
    }
    // Now and then a field that is never null fails, so that its null has to propagate.
    if (chance * 3 < this.#mishaps.errors && !this.#required.has(field)) return new Error(`failed ${name}`);
    if (isEnumType(type)) return type.getValues()[number % type.getValues().length]?.name;
    if (isObjectType(type) && type.name === 'Box') return { __typename: 'Box', id: `${number % 50}` };
    if (isObjectType(type) || isAbstractType(type)) return this.#being(type.name, number);
    return leaf(String(type), number);
  }

  #being(type: string, number: number): Being {
    const names = this.#world.entities.map(({ name }) => name);
    const among = type === 'Node' ? names : type === 'Either' ? names.slice(0, 2) : [type];
    const concrete = among[number % among.length] ?? type;
    return { __typename: concrete, id: `${concrete}-${number % RECORDS}` };
  }
}

function leaf(type: string, number: number): unknown {
  switch (type) {
    case 'Int':
      return number % 1000;
    case 'Float':
      return (number % 1000) / 8;
    case 'Boolean':
      return number % 2 === 0;
    case 'Any':
      return [{ __proto__: null, constructor: number % 7, text: TEXTS[number % TEXTS.length] }, null, 'x'][number % 3];
    default:
      return TEXTS[number % TEXTS.length];
  }
}

const TEXTS = [
  'plain',
  '小红书 笔记',
  'a "quoted" one',
  'back\\slash',
  'line\nbreak',
  '',
  '\u2028 and 😀',
  '</script>',
];

/** FNV-1a: a number from 0 to 2^32 - 1 that depends on the whole text. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193) >>> 0;
  value ^= value >>> 15;
  return Math.imul(value, 0x2c1b3c6d) >>> 0;
}
