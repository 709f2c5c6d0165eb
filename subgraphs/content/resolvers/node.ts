import { InputError } from '../../kit/errors.ts';
import { idType, shown } from '../../kit/ids.ts';
import { settleEach } from '../../kit/settle-entities.ts';
import type { Context } from '../context.ts';

const MOST_IDS = 100;

/** The type of each prefix that content answers for. */
const types = {
  note: 'Note',
  author: 'Author',
  link: 'ProductLink',
  comment: 'Comment',
  search: 'Search',
  product: 'Product',
  shop: 'Shop',
} as const;

type NodeType = keyof typeof types;

export const nodeQueries = {
  node: (_root: unknown, { id }: { id: string }, context: Context) => loadNode(id, context),
  nodes: (_root: unknown, { ids }: { ids: string[] }, context: Context) => {
    if (ids.length > MOST_IDS) {
      throw new InputError('ARGUMENT_INVALID', `ids has ${ids.length} ids; at most ${MOST_IDS} are answered at once.`);
    }
    return settleEach(ids.map((id) => loadNode(id, context)));
  },
};

export const nodeResolvers = {
  Node: { __resolveType: ({ id }: { id: string }) => types[nodeType(id)] },
};

/** Anything by its id. Commerce's products and shops are taken on trust: whether they are there is for it to say. */
async function loadNode(id: string, { loaders }: Context) {
  const type = nodeType(id);
  if (type === 'product' || type === 'shop') return { id };
  const loader = type === 'link' ? loaders.productLink : loaders[type];
  return (await loader.load(id)) ?? null;
}

function nodeType(id: string): NodeType {
  const type = idType(id);
  if (type !== undefined && Object.hasOwn(types, type)) return type as NodeType;
  const known = Object.keys(types).map((prefix) => `${prefix}_`);
  throw new InputError('ID_INVALID', `${shown(id)} is no id of a node: one begins with ${known.join(', ')}.`);
}
