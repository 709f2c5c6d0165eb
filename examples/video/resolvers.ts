import { GraphQLError } from 'graphql';
import { CLIPS, type Clip, type ProductName } from './clips.ts';

const MOST = 100;
const byId = new Map(CLIPS.map((clip) => [clip.id, clip]));

/**
 * What the gateway asks, beside `Query`: `__resolveReference` finds an entity by its key, which is how a clip, a product or a source that another
 * subgraph named comes here. https://www.apollographql.com/docs/apollo-server/using-federation/api/apollo-subgraph
 */
export const resolvers = {
  Query: {
    clip: (_query: unknown, { id }: { id: string }) => byId.get(id) ?? null,
    clips: (_query: unknown, { first }: Page) => newest(CLIPS, first),
  },
  Clip: {
    __resolveReference: ({ id }: { id: string }) => byId.get(id) ?? null,
    source: ({ id }: Clip) => ({ id }),
  },
  Product: {
    __resolveReference: (product: ProductName) => product,
    clips: (product: ProductName, { first }: Page) =>
      newest(
        CLIPS.filter(({ products }) => products.some((shown) => isSame(shown, product))),
        first,
      ),
  },
  Source: {
    __resolveReference: (source: { id: string }) => source,
    clip: ({ id }: { id: string }) => byId.get(id) ?? null,
  },
};

interface Page {
  readonly first: number;
}

/** @throws {GraphQLError} where a page is out of bounds: every list has a limit */
function newest(clips: readonly Clip[], first: number): readonly Clip[] {
  if (first >= 1 && first <= MOST) return clips.slice(0, first);
  throw new GraphQLError(`first is ${first}: it takes 1 to ${MOST}.`, { extensions: { code: 'PAGE_SIZE_INVALID' } });
}

function isSame(one: ProductName, other: ProductName): boolean {
  return one.platformId === other.platformId && one.platformProductId === other.platformProductId;
}
