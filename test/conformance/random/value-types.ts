import { plainField } from './fields.ts';
import type { Scope, WorldField, WorldType } from './world.ts';

/** The types without keys, which all subgraphs share, and those that stand apart. */
export function valueTypes({ subgraphs, context, hidden, abstracts }: Scope): WorldType[] {
  const shared = (name: string, type: string, target?: string): WorldField => ({
    ...plainField(name, type, subgraphs),
    ...(target && { target }),
  });
  const value = (name: string, fields: readonly WorldField[]): WorldType => ({
    name,
    kind: 'value',
    keys: new Map(),
    fields,
  });
  const box = value('Box', [
    shared('width', 'Int'),
    shared('height', 'String!'),
    shared('inner', 'Box', 'Box'),
    shared('sides', '[Box!]', 'Box'),
    shared('near', '[[Shape]!]', 'Shape'),
  ]);
  const ball = value('Ball', [shared('width', 'Int'), shared('radius', 'Float!'), shared('core', 'Shape', 'Shape')]);
  const types = [box, ball];
  if (hidden) types.push(value('Hidden', [plainField('secret', 'String', [abstracts])]));
  if (context) types.push(account(context, subgraphs));
  return types;
}

/** An entity that is reached only from those that give it a context. */
function account(context: string, subgraphs: readonly string[]): WorldType {
  const other = subgraphs.find((name) => name !== context) ?? context;
  const key = [{ fields: 'id', resolvable: true }];
  return {
    name: 'Account',
    kind: 'entity',
    keys: new Map([
      [context, key],
      [other, key],
    ]),
    fields: [
      { ...plainField('told', 'String', [context]), context: { n: 3 } },
      { ...plainField('told1', 'String', [context]), context: { n: 1 } },
      { ...plainField('next', 'Account', [context]), target: 'Account' },
      plainField('more', '[Int!]', [other]),
    ],
  };
}
