import { checkId } from '../../kit/ids.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { authorResolvers } from './author.ts';
import { consentResolvers } from './consents.ts';
import { featureResolvers } from './features.ts';
import { linkDemandResolvers } from './link-demand.ts';
import { notesConnection } from './lists-of-notes.ts';
import { mutationResolvers } from './mutations.ts';
import { nodeQueries, nodeResolvers } from './node.ts';
import { noteResolvers } from './note.ts';
import { productLinkResolvers } from './product-link.ts';
import { reportResolvers } from './reports.ts';
import { searchResolvers } from './search.ts';

const queries: Resolvers['Query'] = {
  note: async (_query, { id }, { loaders }) => (await loaders.note.load(checkId(id, 'note'))) ?? null,
  author: async (_query, { id }, { loaders }) => (await loaders.author.load(checkId(id, 'author'))) ?? null,
  notes: (_query, args, context) => notesConnection(args, context),
};

/** Content's resolvers, of all its types. */
export const contentResolvers = {
  ...nodeResolvers,
  ...noteResolvers,
  Note: { ...noteResolvers.Note, ...featureResolvers.Note },
  ...authorResolvers,
  ...productLinkResolvers,
  ...searchResolvers,
  ...linkDemandResolvers,
  ...reportResolvers,
  Mutation: { ...mutationResolvers.Mutation, ...consentResolvers.Mutation },
  Query: {
    ...queries,
    ...consentResolvers.Query,
    ...nodeQueries,
    ...searchResolvers.Query,
    ...linkDemandResolvers.Query,
    ...reportResolvers.Query,
  },
};
