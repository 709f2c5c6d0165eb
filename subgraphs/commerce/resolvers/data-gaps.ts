import { checkRange, type DayRange, instantsOf } from '../../kit/calendar.ts';
import { ownRows } from '../../kit/claims/own-rows.ts';
import { shown } from '../../kit/ids.ts';
import { present } from '../../kit/present.ts';
import { actorOf } from '../accounts/actor.ts';
import type { Context } from '../context.ts';
import { OWN_PLATFORM } from '../event-sender.ts';
import type { DataGapDeclareInput, Resolvers } from '../generated/resolvers.ts';
import type { GapsAsked } from '../loaders/accounts.ts';
import type { DataGapModel, GapsOf } from '../models/joint-accounts.ts';
import { declareGap, gapsWithin } from '../store/accounts/data-gaps.ts';
import { userError } from './user-error.ts';

const LONGEST_REASON = 200;
const MOST_GAPS = 1_000;
const MOST_SHOWN = 20;

const ofReport = {
  dataGaps: ({ gapsOf }: { readonly gapsOf: GapsOf }, _args: unknown, context: Context) =>
    gapsOfReport(gapsOf, context),
};

/** Times for which events of platforms are missing, by themselves and beside what is computed from events. */
export const dataGapResolvers: Resolvers = {
  FunnelReport: ofReport,
  Audience: ofReport,
  Repurchase: ofReport,
  IncrementalityReport: ofReport,
  CommissionTotals: ofReport,
  SearchInsights: {
    dataGaps: ({ from, to }, _args, context) =>
      gapsOfReport({ periods: [checkRange({ from, to })], platformIds: null }, context),
  },
  DataGap: {
    platform: async ({ platformId }, _args, { catalogue }) =>
      present(await catalogue.platform.load(platformId), 'platform'),
    declared: ({ declaredBy }) => declaredBy !== null,
  },
  Mutation: {
    dataGapDeclare: async (_mutation, { input }, context) => {
      const wrong = await wrongIn(input, context);
      if (wrong) return { dataGap: null, userErrors: [wrong] };
      const gap: DataGapModel = {
        platformId: input.platformId,
        startedAt: new Date(input.startedAt),
        endedAt: input.endedAt == null ? null : new Date(input.endedAt),
        reason: input.reason.trim(),
        declaredBy: actorOf(context.claims),
      };
      if (await declareGap(context.db, gap, MOST_GAPS)) return { dataGap: gap, userErrors: [] };
      const message = `The platform has told of ${MOST_GAPS} data gaps, which is the most.`;
      return { dataGap: null, userErrors: [userError('platformId', 'GAPS_TOO_MANY', message)] };
    },
  },
};

/**
 * The newest gaps of some platforms, newest first.
 * @param within those that reach into this time; null: of all times
 */
export async function newestGaps(
  platformIds: readonly string[],
  within: GapsAsked['within'],
  limit: number,
  { jointAccounts }: Context,
): Promise<DataGapModel[]> {
  const loader = jointAccounts.gaps({ within, limit });
  const gaps = await Promise.all([...new Set(platformIds)].map((id) => loader.load(id)));
  return gaps
    .flatMap((of) => of ?? [])
    .sort((one, other) => other.startedAt.getTime() - one.startedAt.getTime())
    .slice(0, limit);
}

/** A report on a shop's people is computed from events of content's platform and of the shop's. */
export function gapsOfShop(
  { platformId }: { readonly platformId: string },
  period: DayRange,
  { settings }: Context,
): GapsOf {
  return { periods: [period], platformIds: [settings.contentPlatform, platformId] };
}

/** The newest gaps in what a report is computed from, newest first. */
export async function gapsOfReport({ periods, platformIds }: GapsOf, context: Context): Promise<DataGapModel[]> {
  const times = periods?.map(instantsOf) ?? [null];
  const gaps = await Promise.all(
    times.map((time) => {
      const within = time && { start: time.start.getTime(), end: time.end.getTime() };
      return platformIds
        ? newestGaps(platformIds, within, MOST_SHOWN, context)
        : gapsWithin(context.db, { within, limit: MOST_SHOWN });
    }),
  );
  const apart = new Map(gaps.flat().map((gap) => [`${gap.platformId} ${gap.startedAt.getTime()}`, gap]));
  return [...apart.values()].sort((one, other) => other.startedAt.getTime() - one.startedAt.getTime());
}

async function wrongIn({ platformId, startedAt, endedAt, reason }: DataGapDeclareInput, context: Context) {
  const { claims, catalogue, now } = context;
  const own = ownRows(claims, OWN_PLATFORM);
  if ((own !== 'all' && !own.has(platformId)) || !(await catalogue.platform.load(platformId))) {
    return userError('platformId', 'PLATFORM_FORBIDDEN', `The caller does not speak for ${shown(platformId)}.`);
  }
  const [start, end] = [new Date(startedAt), endedAt == null ? undefined : new Date(endedAt)];
  if (start > now) return userError('startedAt', 'GAP_INVALID', 'A data gap begins at an instant that has been.');
  if (end && end <= start) return userError('endedAt', 'GAP_INVALID', 'A data gap ends after it begins.');
  const length = [...reason.trim()].length;
  if (length >= 1 && length <= LONGEST_REASON && !/\p{Cc}/u.test(reason)) return undefined;
  const right = `A reason has 1 to ${LONGEST_REASON} characters, none of them control characters.`;
  return userError('reason', 'GAP_INVALID', right);
}
