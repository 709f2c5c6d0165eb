import { toConnection } from '../../kit/connection.ts';
import { ratio } from '../../kit/decimal.ts';
import { found } from '../../kit/found.ts';
import { present } from '../../kit/present.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import type { EngagementModel, NoteModel } from '../models.ts';
import type { Counters } from '../store/engagement.ts';
import { instantsWithin, rangeOf } from './arguments.ts';
import { freshness } from './freshness.ts';
import { pageByInstant, pageOf } from './places.ts';

export const noteResolvers: Resolvers = {
  Note: {
    __resolveReference: async ({ id }, { loaders }) => found(await loaders.note.load(id), 'note', id),
    author: async (note, _args, { loaders }) => present(await loaders.author.load(note.authorId), 'author'),
    sponsorship: ({ sponsorshipKind, brandName }) =>
      sponsorshipKind && brandName ? { kind: sponsorshipKind, brandName } : null,
    engagement: async (note, { range: input }, { loaders }) => {
      const range = rangeOf(input);
      const instants = instantsWithin(range);
      const counters = instants ? await loaders.counters(instants).load(note.id) : lifetimeOf(note);
      return engagementOf(counters ?? NONE, range);
    },
    comments: async (note, { first, after, intent }, { loaders }) => {
      const list = `comments:${note.id}:${intent ?? ''}`;
      const page = { ...pageByInstant({ first, after }, list), intent: intent ?? undefined };
      const comments = (await loaders.commentsOfNote(page).load(note.id)) ?? [];
      return toConnection(comments, {
        first,
        after,
        list,
        keysOf: (comment) => [comment.createdAt.getTime(), comment.id],
      });
    },
    productLinks: async (note, { first, after }, { loaders }) => {
      const list = `productLinks:${note.id}`;
      const links =
        (await loaders.productLinksOfNote(pageOf({ first, after }, list, [0, ''] as const)).load(note.id)) ?? [];
      const connection = toConnection(links, { first, after, list, keysOf: (link) => [link.position, link.id] });
      const isWhole = after == null && links.length <= first;
      return { ...connection, noteId: note.id, knownTotal: isWhole ? links.length : undefined };
    },
    linkDemand: async (note, { range: input }, { loaders }) => {
      const range = rangeOf(input);
      const [demand] = (await loaders.demand(instantsWithin(range)).load(note.id)) ?? [];
      return demand ? { ...demand, range } : null;
    },
  },
  ProductLinkConnection: {
    totalCount: async ({ noteId, knownTotal }, _args, { loaders }) =>
      knownTotal ?? (await loaders.linkCount.load(noteId)) ?? 0,
  },
  Engagement: {
    clickRate: ({ reads, impressions }) => ratio(reads, impressions),
    engagementRate: ({ interactions, reads }) => ratio(interactions, reads),
    freshness: ({ newest, range }, _args, context) => freshness(newest, range, context),
  },
};

const NONE: Counters = {
  impressions: 0,
  reads: 0,
  likes: 0,
  saves: 0,
  comments: 0,
  shares: 0,
  follows: 0,
  newest: null,
};

function lifetimeOf(note: NoteModel): Counters {
  return {
    impressions: note.impressionCount,
    reads: note.readCount,
    likes: note.likeCount,
    saves: note.saveCount,
    comments: note.commentCount,
    shares: note.shareCount,
    follows: note.followCount,
    newest: note.countedAt,
  };
}

function engagementOf(counters: Counters, range: EngagementModel['range']): EngagementModel {
  const { likes, saves, comments, shares, follows } = counters;
  return { ...counters, interactions: likes + saves + comments + shares + follows, range };
}
