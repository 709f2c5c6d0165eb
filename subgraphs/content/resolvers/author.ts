import type { Resolvers } from '../generated/resolvers.ts';
import { connectNotes } from './lists-of-notes.ts';
import { present } from './present.ts';

export const authorResolvers: Resolvers = {
  Author: {
    __resolveReference: async ({ id }, { loaders }) => (await loaders.author.load(id)) ?? null,
    notes: (author, args, { loaders }) =>
      connectNotes(args, `author:${author.id}`, 'NEWEST', loaders, (page) =>
        loaders.notesOfAuthor(page).load(author.id),
      ),
  },
  Comment: {
    __resolveReference: async ({ id }, { loaders }) => (await loaders.comment.load(id)) ?? null,
    author: async (comment, _args, { loaders }) => present(await loaders.author.load(comment.authorId)),
  },
};
