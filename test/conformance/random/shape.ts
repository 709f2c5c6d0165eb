import { parseType, type TypeNode } from 'graphql';
import { resolving } from './fields.ts';
import type { World, WorldField, WorldType } from './world.ts';

/** What resolvers ask of the world itself, whatever its data. */
export class WorldShape {
  readonly fields: ReadonlyMap<string, WorldField>;
  readonly #concrete: ReadonlyMap<string, readonly string[]>;
  /** Coordinates of fields that others require: these never fail, since what fails with them cannot be told apart. */
  readonly required: ReadonlySet<string>;
  readonly #types = new Map<string, TypeNode>();

  constructor(world: World) {
    this.fields = new Map(
      world.types.flatMap(({ name, fields }) => fields.map((field) => [`${name}.${field.name}`, field] as const)),
    );
    const nodes = world.types.filter(({ kind, name }) => kind === 'entity' && name !== 'Account');
    const names = nodes.map(({ name }) => name);
    this.#concrete = new Map<string, readonly string[]>([
      ['Node', names],
      ['Either', [...names.slice(0, 2), ...(world.hidden ? ['Hidden'] : [])]],
      ['Shape', ['Box', 'Ball']],
      ...world.things.map((subgraph) => [`Thing ${subgraph}`, namesIn(nodes, subgraph)] as const),
    ]);
    this.required = new Set([
      ...world.types.flatMap(({ name, fields }) =>
        fields.flatMap(({ requires = [] }) => requires.map((each) => `${name}.${each.name}`)),
      ),
      ...names.map((name) => `${name}.tag`),
      ...(world.types.some(requiresBox) ? ['Box.width', 'Box.height', 'Box.inner'] : []),
    ]);
  }

  /** The object types that a field may lead to. */
  concrete(target: string, subgraph: string): readonly string[] {
    return this.#concrete.get(target) ?? this.#concrete.get(`${target} ${subgraph}`) ?? [target];
  }

  typeOf({ type }: WorldField): TypeNode {
    const known = this.#types.get(type) ?? parseType(type);
    this.#types.set(type, known);
    return known;
  }
}

function namesIn(types: readonly WorldType[], subgraph: string): string[] {
  return types.filter(({ keys }) => resolving(keys).includes(subgraph)).map(({ name }) => name);
}

function requiresBox({ fields }: WorldType): boolean {
  return fields.some(({ requires = [] }) => requires.some(({ below }) => below.length > 0));
}
