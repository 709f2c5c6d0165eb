import { LEAVES, plainField, resolving, targetsIn, wrapped } from './fields.ts';
import type { Requirement, Scope, WorldField, WorldType } from './world.ts';

/** Every entity of a world, with the fields that each subgraph gives it. */
export function randomEntities(scope: Scope): WorldType[] {
  const names = [...scope.keys.keys()];
  const leaves = new Map(names.map((name, number) => [name, leafFields(scope, name, number)] as const));
  return names.map((name, number): WorldType => {
    const keys = scope.keys.get(name) ?? new Map();
    const own = leaves.get(name) ?? [];
    const fields = [
      ...own,
      ...references(scope, name, number, leaves),
      ...computed(scope, name, number, own),
      ...common(scope, name),
    ];
    return { name, kind: 'entity', keys, fields };
  });
}

/** The subgraphs that may resolve fields of an entity: those that can be asked for it by a key. */
function resolversOf({ keys }: Scope, name: string): string[] {
  return resolving(keys.get(name) ?? new Map());
}

function leafFields(scope: Scope, name: string, number: number): WorldField[] {
  const { choices, context } = scope;
  const resolvers = resolversOf(scope, name);
  const fields: WorldField[] = [];
  for (let index = 0; index < 2 + choices.below(4); index++) {
    const home = choices.pick(resolvers);
    const others = resolvers.filter((each) => each !== home);
    const shared = others.length > 0 && choices.rarely(4);
    const overridden = !shared && others.length > 0 && choices.rarely(6) ? choices.pick(others) : undefined;
    fields.push({
      ...plainField(`e${number}_f${index}`, choices.pick(LEAVES), shared ? resolvers : [home]),
      argument: choices.rarely(4),
      inaccessible: index > 0 && choices.rarely(10),
      ...(overridden && { overridden }),
    });
  }
  const names = ['constructor', 'toString', 'hasOwnProperty'];
  if (choices.rarely(6)) fields.push(plainField(choices.pick(names), choices.pick(LEAVES), [choices.pick(resolvers)]));
  // One name in every entity, of another type in each.
  fields.push(plainField('value', choices.pick(LEAVES), [choices.pick(resolvers)]));
  if (choices.rarely(3)) {
    const home = choices.pick(resolvers);
    fields.push({ ...plainField(`e${number}_box`, choices.pick(['Box', '[Box]', 'Box!']), [home]), target: 'Box' });
  }
  if (context) fields.push({ ...plainField('tag', 'String', [choices.pick(resolvers)]), argument: true });
  return fields;
}

function references(
  scope: Scope,
  name: string,
  number: number,
  leaves: ReadonlyMap<string, readonly WorldField[]>,
): WorldField[] {
  const { choices } = scope;
  return Array.from({ length: choices.below(4) }, (_, index): WorldField => {
    const home = choices.pick(resolversOf(scope, name));
    const target = choices.pick(targetsIn(scope, home));
    const field = { ...plainField(`e${number}_r${index}`, wrapped(choices, target), [home]), target };
    const provided = providable(leaves.get(target) ?? [], home);
    const provides = provided.length > 0 && choices.rarely(3) ? choices.pick(provided).name : undefined;
    return { ...field, argument: choices.rarely(6), ...(provides && { provides }) };
  });
}

/** Fields that a subgraph does not resolve itself, but may tell of the objects that a field of it leads to. */
function providable(fields: readonly WorldField[], subgraph: string): WorldField[] {
  return fields.filter(
    ({ subgraphs, argument, overridden, target, inaccessible }) =>
      !subgraphs.includes(subgraph) && !argument && !overridden && !target && !inaccessible,
  );
}

/** Fields whose resolver needs others. */
function computed(scope: Scope, name: string, number: number, leaves: readonly WorldField[]): WorldField[] {
  const { choices } = scope;
  const fields: WorldField[] = [];
  const count = choices.below(4);
  for (let index = 0; index < count; index++) {
    const home = choices.pick(resolversOf(scope, name));
    const elsewhere = leaves.filter(({ subgraphs, overridden }) => !subgraphs.includes(home) && overridden !== home);
    if (elsewhere.length === 0) continue;
    const first = choices.pick(elsewhere);
    const second = choices.rarely(3) ? choices.pick(elsewhere) : first;
    const requires = [...new Set([first, second])].map((field) => requirementOf(scope, field));
    fields.push({ ...plainField(`e${number}_q${index}`, 'String', [home]), requires });
  }
  return fields;
}

function requirementOf({ choices }: Scope, field: WorldField): Requirement {
  const number = choices.below(3);
  const withArguments = field.argument && number > 0;
  const leaf = (name: string): Requirement => ({ name, args: '', values: {}, below: [] });
  const inner = { ...leaf('inner'), below: [leaf('height')] };
  return {
    name: field.name,
    args: withArguments ? `(n: ${number})` : '',
    values: withArguments ? { n: number } : {},
    below: field.target ? [leaf('width'), ...(number > 1 ? [inner] : [])] : [],
  };
}

/** What belongs to the interfaces and the context. */
function common(scope: Scope, name: string): WorldField[] {
  const { abstracts, things, context, interfaceObject } = scope;
  const resolvers = resolversOf(scope, name);
  const told = things.filter((subgraph) => resolvers.includes(subgraph));
  const fields = [plainField('label', 'String', [abstracts])];
  if (told.length > 0) fields.push(plainField('tid', 'String', told));
  if (context) fields.push({ ...plainField('accounts', '[Account]', [context]), target: 'Account' });
  if (interfaceObject) fields.push(...interfaceObjectFields(interfaceObject));
  return fields;
}

/** The fields that a subgraph gives to all objects of `Node` without knowing their types. */
export function interfaceObjectFields(subgraph: string): WorldField[] {
  return [plainField('extra', 'Int', [subgraph]), { ...plainField('akin', '[Node]', [subgraph]), target: 'Node' }];
}
