import type { Choices } from './choices.ts';

/** A field of a type of the world, and which subgraphs resolve it. */
export interface WorldField {
  readonly name: string;
  /** The type as SDL writes it. */
  readonly type: string;
  /** The entity, value type, interface or union that it leads to. */
  readonly target: string | undefined;
  readonly subgraphs: readonly string[];
  readonly argument: boolean;
  /** Fields of the same entity that its resolver needs (`@requires`), resolved elsewhere. */
  readonly requires: readonly string[];
}

interface WorldEntity {
  readonly name: string;
  /** Subgraphs that know the entity by its key. */
  readonly subgraphs: readonly string[];
  readonly fields: readonly WorldField[];
}

/** A random federated world: what the subgraphs' SDL and the data are made from. */
export interface World {
  readonly subgraphs: readonly string[];
  readonly entities: readonly WorldEntity[];
  readonly roots: readonly WorldField[];
  /** The subgraph that knows the interface `Node` and the union `Either`. */
  readonly abstracts: string;
  /** The subgraph, if any, that knows `Node` only as an object. */
  readonly interfaceObject: string | undefined;
  readonly typeDefs: Readonly<Record<string, string>>;
}

const LEAVES = [
  'String',
  'Int',
  'ID',
  'Boolean',
  'Float',
  'Color',
  '[String!]',
  '[[Int]]',
  'String!',
  '[Color]!',
  'Any',
];

/** Makes a world of two to four subgraphs and entities. */
export function randomWorld(choices: Choices): World {
  const subgraphs = Array.from({ length: 2 + choices.below(3) }, (_, index) => `s${index}`);
  const abstracts = choices.pick(subgraphs);
  const others = subgraphs.filter((name) => name !== abstracts);
  const interfaceObject = choices.rarely(3) ? choices.pick(others) : undefined;
  const names = Array.from({ length: 2 + choices.below(3) }, (_, index) => `E${index}`);
  const homes = new Map(
    names.map((name) => {
      const chosen = subgraphs.filter((subgraph) => subgraph === abstracts || choices.below(3) > 0);
      // A subgraph that knows the interface as an object knows none of its types.
      const known = chosen.filter((subgraph) => subgraph !== interfaceObject);
      return [name, known] as const;
    }),
  );
  const scope = { choices, subgraphs, homes, abstracts, interfaceObject };
  const entities = names.map((name, index) => randomEntity(scope, name, index));
  const roots = subgraphs.flatMap((subgraph, index) => randomRoots(scope, subgraph, index));
  const world = { subgraphs, entities, roots, abstracts, interfaceObject };
  return { ...world, typeDefs: Object.fromEntries(subgraphs.map((name) => [name, typeDefsOf(world, name)])) };
}

interface Scope {
  readonly choices: Choices;
  readonly subgraphs: readonly string[];
  readonly homes: ReadonlyMap<string, readonly string[]>;
  readonly abstracts: string;
  readonly interfaceObject: string | undefined;
}

function randomEntity(scope: Scope, name: string, number: number): WorldEntity {
  const { choices, homes } = scope;
  const own = homes.get(name) ?? [];
  const fields: WorldField[] = [];
  for (let index = 0; index < 2 + choices.below(4); index++) {
    const home = choices.pick(own);
    const shared = own.length > 1 && choices.rarely(4) ? [...own] : [home];
    fields.push({ ...plain(`e${number}_f${index}`, choices.pick(LEAVES), shared), argument: choices.rarely(5) });
  }
  for (let index = 0; index < choices.below(4); index++) {
    const home = choices.pick(own);
    const target = choices.pick(targetsIn(scope, home));
    fields.push({ ...plain(`e${number}_r${index}`, wrapped(choices, target), [home]), target });
  }
  const [first, second] = own;
  const requirable = fields.filter(
    (field) => field.target === undefined && !field.argument && field.subgraphs.length === 1,
  );
  if (first && second && requirable.length > 0) {
    for (let index = 0; index < choices.below(3); index++) {
      const required = choices.pick(requirable);
      const elsewhere = own.filter((subgraph) => !required.subgraphs.includes(subgraph));
      if (elsewhere.length === 0) continue;
      const more = requirable.filter(
        (field) => field !== required && !field.subgraphs.some((each) => elsewhere[0] === each),
      );
      const requires = [required.name, ...(more[0] && choices.rarely(2) ? [more[0].name] : [])];
      fields.push({ ...plain(`e${number}_q${index}`, 'String', [elsewhere[0] ?? first]), requires });
    }
  }
  return { name, subgraphs: own, fields };
}

function randomRoots(scope: Scope, subgraph: string, number: number): WorldField[] {
  const { choices } = scope;
  return Array.from({ length: 1 + choices.below(3) }, (_, index): WorldField => {
    const target = choices.pick(targetsIn(scope, subgraph));
    return { ...plain(`q${number}_${index}`, wrapped(choices, target), [subgraph]), target };
  });
}

function plain(name: string, type: string, subgraphs: readonly string[]): WorldField {
  return { name, type, target: undefined, subgraphs, argument: false, requires: [] };
}

/** What a field of a subgraph may lead to. */
function targetsIn({ homes, abstracts, interfaceObject }: Scope, subgraph: string): string[] {
  const entities = [...homes].filter(([, own]) => own.includes(subgraph)).map(([name]) => name);
  if (subgraph === interfaceObject) return ['Node', 'Box'];
  return [...entities, 'Box', ...(subgraph === abstracts ? ['Node', 'Either'] : [])];
}

function wrapped(choices: Choices, name: string): string {
  return choices.pick([name, `[${name}]`, `[${name}!]!`, `[[${name}]]`, `${name}!`, `[${name}!]`]);
}

function typeDefsOf(world: Omit<World, 'typeDefs'>, subgraph: string): string {
  const { entities, roots, abstracts, interfaceObject } = world;
  const parts = ['scalar Any', 'enum Color { RED GREEN }'];
  parts.push('type Box @shareable { width: Int height: String! inner: Box sides: [Box!] }');
  const rootLines = roots.filter((field) => field.subgraphs.includes(subgraph)).map((field) => fieldLine(field));
  parts.push(
    `type Query { ${[...rootLines, `_colors_${subgraph}: [Color]`, `_box_${subgraph}: Box`, `_any_${subgraph}: Any`].join(' ')} }`,
  );
  for (const entity of entities) {
    if (!entity.subgraphs.includes(subgraph)) continue;
    const externals = new Set(
      entity.fields.filter((field) => field.subgraphs.includes(subgraph)).flatMap(({ requires }) => requires),
    );
    const lines = entity.fields.flatMap((field) => {
      if (field.subgraphs.includes(subgraph)) return [fieldLine(field)];
      return externals.has(field.name) ? [`${field.name}: ${field.type} @external`] : [];
    });
    const node = subgraph === abstracts;
    const label = node ? 'label: String' : '';
    parts.push(
      `type ${entity.name}${node ? ' implements Node' : ''} @key(fields: "id") { id: ID! ${label} ${lines.join(' ')} }`,
    );
  }
  if (subgraph === abstracts) {
    parts.push(`interface Node ${interfaceObject ? '@key(fields: "id")' : ''} { id: ID! label: String }`);
    parts.push(
      `union Either = ${entities
        .slice(0, 2)
        .map(({ name }) => name)
        .join(' | ')}`,
    );
  }
  if (subgraph === interfaceObject) parts.push('type Node @interfaceObject @key(fields: "id") { id: ID! extra: Int }');
  return parts.join('\n');
}

function fieldLine(field: WorldField): string {
  const argument = field.argument ? '(n: Int = 3, text: String)' : '';
  const requires = field.requires.length > 0 ? ` @requires(fields: "${field.requires.join(' ')}")` : '';
  const shareable = field.subgraphs.length > 1 ? ' @shareable' : '';
  return `${field.name}${argument}: ${field.type}${requires}${shareable}`;
}
