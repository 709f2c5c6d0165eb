import { interfaceObjectFields } from './entities.ts';
import { ARGUMENTS, resolving } from './fields.ts';
import type { Requirement, World, WorldField, WorldType } from './world.ts';

type Draft = Omit<World, 'typeDefs'>;

/** The SDL of one subgraph of a world. */
export function sdlOf(world: Draft, subgraph: string): string {
  const shareable = world.types.filter(({ kind, name }) => kind === 'value' && name !== 'Hidden');
  return [
    'scalar Any',
    'enum Color { RED GREEN HIDDEN @inaccessible }',
    'input Filter { min: Int = 1 max: Float deep: Filter tags: [String!] = ["a"] color: Color = RED any: Any }',
    'interface Shape { width: Int }',
    ...shareable.map(
      ({ name, fields }) => `type ${name} implements Shape @shareable { ${fields.map(valueLine).join(' ')} }`,
    ),
    ...world.types.filter(({ kind }) => kind === 'root').map((type) => rootType(type, subgraph)),
    ...world.types.filter(({ keys }) => keys.has(subgraph)).map((type) => entityType(world, type, subgraph)),
    ...abstractTypes(world, subgraph),
  ].join('\n');
}

function valueLine({ name, type }: WorldField): string {
  return `${name}: ${type}`;
}

function rootType({ name, fields }: WorldType, subgraph: string): string {
  const lines = fields.filter(({ subgraphs }) => subgraphs.includes(subgraph)).map((field) => fieldLine(field));
  const unused = name === 'Query' ? `_colors_${subgraph}: [Color] _box_${subgraph}: Box` : '';
  return lines.length + unused.length === 0 ? '' : `type ${name} { ${lines.join(' ')} ${unused} }`;
}

function entityType(world: Draft, type: WorldType, subgraph: string): string {
  const keys = type.keys.get(subgraph) ?? [];
  const externals = new Set(externalsOf(world, type, subgraph));
  const provided = new Set(providedOf(world, type).flatMap(({ provides }) => provides ?? []));
  // What an interface object resolves stands with the interface.
  const fields = type.fields.filter(({ subgraphs }) => !onlyIn(world.interfaceObject, subgraphs));
  const lines = fields.flatMap((field) => {
    const shareable = field.subgraphs.length > 1 || provided.has(field.name);
    if (field.subgraphs.includes(subgraph)) return [fieldLine(field, { shareable, overridden: field.overridden })];
    if (field.overridden === subgraph) return [fieldLine(field, { shareable })];
    return externals.has(field.name)
      ? [`${field.name}${field.argument ? ARGUMENTS : ''}: ${field.type} @external`]
      : [];
  });
  const keyFields = keys.map((key) => key.fields).join(' ');
  const keyLines = [
    /\bid\b(?! })/.test(keyFields) ? 'id: ID!' : '',
    /sku/.test(keyFields) ? 'sku: String! @inaccessible' : '',
    /org/.test(keyFields) ? 'org: Org!' : '',
  ];
  const interfaces = [
    ...(subgraph === world.abstracts && isNode(type) ? ['Node'] : []),
    ...(world.things.includes(subgraph) && isNode(type) && resolving(type.keys).includes(subgraph) ? ['Thing'] : []),
  ];
  const implementing = interfaces.length > 0 ? ` implements ${interfaces.join(' & ')}` : '';
  const context = subgraph === world.context && isNode(type) ? ' @context(name: "holder")' : '';
  const directives = keys.map((key) => ` @key(fields: "${key.fields}"${key.resolvable ? '' : ', resolvable: false'})`);
  return `type ${type.name}${implementing}${directives.join('')}${context} { ${[...keyLines, ...lines].join(' ')} }`;
}

/** Fields that a subgraph only names: since others of it require them, or some field of it provides them. */
function externalsOf(world: Draft, type: WorldType, subgraph: string): string[] {
  const required = type.fields
    .filter(({ subgraphs }) => subgraphs.includes(subgraph))
    .flatMap(({ requires = [] }) => requires);
  const provided = providedOf(world, type)
    .filter(({ subgraphs }) => subgraphs.includes(subgraph))
    .flatMap(({ provides }) => provides ?? []);
  const context = subgraph === world.context ? ['tag'] : [];
  return [...required.map(({ name }) => name), ...provided, ...context];
}

function providedOf({ types }: Draft, { name }: WorldType): WorldField[] {
  return types.flatMap(({ fields }) => fields).filter(({ target, provides }) => target === name && provides);
}

function abstractTypes(world: Draft, subgraph: string): string[] {
  const { abstracts, interfaceObject, things, types, hidden } = world;
  const entities = types.filter(isNode);
  const known = entities.filter(({ keys }) => keys.has(subgraph));
  const parts: string[] = known.some(({ keys }) => keys.get(subgraph)?.some(({ fields }) => /org/.test(fields)))
    ? ['type Org @shareable { id: ID! }']
    : [];
  if (things.includes(subgraph)) parts.push('interface Thing { tid: String }');
  if (subgraph === abstracts) {
    parts.push(`interface Node ${interfaceObject ? '@key(fields: "id")' : ''} { id: ID! label: String }`);
    const members = [...entities.slice(0, 2).map(({ name }) => name), ...(hidden ? ['Hidden'] : [])];
    parts.push(`union Either = ${members.join(' | ')}`);
    if (hidden) parts.push('type Hidden @inaccessible { secret: String }');
  }
  if (subgraph === interfaceObject) {
    const lines = interfaceObjectFields(subgraph).map((field) => fieldLine(field));
    parts.push(`type Node @interfaceObject @key(fields: "id") { id: ID! ${lines.join(' ')} }`);
  }
  return parts;
}

function fieldLine(field: WorldField, more: { shareable?: boolean; overridden?: string | undefined } = {}): string {
  const { name, type, argument, requires = [], provides, context } = field;
  const { shareable, overridden } = more;
  const args = argument
    ? ARGUMENTS
    : context
      ? `(given: String @fromContext(field: "$holder { tag${context.n === 3 ? '' : `(n: ${context.n})`} }"))`
      : '';
  const directives = [
    requires.length > 0 ? ` @requires(fields: "${requires.map(fieldSet).join(' ')}")` : '',
    provides ? ` @provides(fields: "${provides}")` : '',
    overridden ? ` @override(from: "${overridden}")` : '',
    shareable ? ' @shareable' : '',
    hiding(field),
  ];
  return `${name}${args}: ${type}${directives.join('')}`;
}

function hiding({ inaccessible }: WorldField): string {
  return inaccessible ? ' @inaccessible' : '';
}

function fieldSet({ name, args, below }: Requirement): string {
  return `${name}${args}${below.length > 0 ? ` { ${below.map(fieldSet).join(' ')} }` : ''}`;
}

function isNode({ kind, name }: WorldType): boolean {
  return kind === 'entity' && name !== 'Account';
}

function onlyIn(subgraph: string | undefined, subgraphs: readonly string[]): boolean {
  return subgraph !== undefined && subgraphs.length === 1 && subgraphs[0] === subgraph;
}
