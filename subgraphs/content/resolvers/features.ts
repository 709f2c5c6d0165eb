import type { Resolvers } from '../generated/resolvers.ts';

/** What is read from a note's text, where its author agrees to that. */
export const featureResolvers: Resolvers = {
  Note: {
    features: async (note, _args, { loaders }) =>
      (await loaders.learnsFrom.load(note.authorId)) ? ((await loaders.features.load(note)) ?? null) : null,
  },
};
