import { found } from '../../kit/found.ts';
import { present } from '../../kit/present.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { connectNotes } from './lists-of-notes.ts';

export const productLinkResolvers: Resolvers = {
  ProductLink: {
    __resolveReference: async ({ id }, { loaders }) => found(await loaders.productLink.load(id), 'link', id),
    note: async (link, _args, { loaders }) => present(await loaders.note.load(link.noteId), 'note'),
    product: (link) => ({ id: link.productId }),
  },
  Product: {
    __resolveReference: ({ id }) => ({ id }),
    notes: (product, args, { loaders }) =>
      connectNotes(args, `product:${product.id}`, 'MOST_READ', loaders, (page) =>
        loaders.notesOfProduct(page).load(product.id),
      ),
  },
};
