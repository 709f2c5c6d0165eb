import { found } from '../../kit/found.ts';
import { present } from '../../kit/present.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { connectNotes } from './lists-of-notes.ts';

export const authorResolvers: Resolvers = {
  Author: {
    __resolveReference: async ({ id }, { loaders }) => found(await loaders.author.load(id), 'author', id),
    notes: (author, args, { loaders }) =>
      connectNotes(args, `author:${author.id}`, 'NEWEST', loaders, (page) =>
        loaders.notesOfAuthor(page).load(author.id),
      ),
  },
  Comment: {
    __resolveReference: async ({ id }, { loaders }) => found(await loaders.comment.load(id), 'comment', id),
    author: async (comment, _args, { loaders }) => present(await loaders.author.load(comment.authorId), 'author'),
  },
};
