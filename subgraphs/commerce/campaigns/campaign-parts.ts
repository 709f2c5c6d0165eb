import type { DayRange } from '../../kit/calendar.ts';
import type { AttributionModel } from '../conversions/attribution/models.ts';
import { accessToNote, type FigureParts, isOfOneTouch, type OwnedLink } from '../conversions/figures/figure-access.ts';
import type { CampaignModel } from '../models/campaigns.ts';

/** A note that a campaign boosts, with every link that it had. */
export interface BoostedLinks {
  readonly noteId: string;
  /** YYYY-MM-DD in Asia/Shanghai: since when it is boosted. */
  readonly since: string;
  readonly links: readonly OwnedLink[];
}

/** The days of a campaign that lie within a range and up to a day; undefined where there is none. */
export function daysOfCampaign(
  { startsOn, endsOn }: Pick<CampaignModel, 'startsOn' | 'endsOn'>,
  range: DayRange | null,
  today: string,
): DayRange | undefined {
  const from = range && range.from > startsOn ? range.from : startsOn;
  const to = [endsOn, range?.to, today].reduce<string>((least, day) => (day && day < least ? day : least), LAST_DAY);
  return from <= to ? { from, to } : undefined;
}

const LAST_DAY = '9999-12-31';

/**
 * What a campaign's figures are added up of: those of each boosted note on the days on which it was boosted, as far as it led into the
 * campaign's shop. Sales and credit add up in every model. A count (an order counts once, however many have credit for it) adds up only
 * where one touch has all credit, or there is one part.
 * @param days undefined where there is no day to count
 */
export function campaignParts(
  shopId: string,
  notes: readonly BoostedLinks[],
  model: AttributionModel,
  days: DayRange | undefined,
): FigureParts {
  const own = { shops: new Set([shopId]), authors: new Set<string>(), sourceTypes: new Set<string>() };
  const of = notes.flatMap(({ noteId, since, links }): Pick<FigureParts, 'parts' | 'lacking'>[] => {
    if (!days || since > days.to) return [];
    const range = { from: since > days.from ? since : days.from, to: days.to };
    const access = accessToNote(own, links, model);
    if (access.tells === 'ALL') return [{ parts: [{ kind: 'NOTE', id: noteId, range }], lacking: undefined }];
    if (access.tells !== 'LINKS' || access.linkIds.length === 0) return [];
    return [{ parts: access.linkIds.map((id) => ({ kind: 'LINK', id, range })), lacking: access.lacking }];
  });
  const repeats = of.length > 1 && !isOfOneTouch(model);
  const lacking = of.some((note) => note.lacking === 'OUTCOMES')
    ? 'OUTCOMES'
    : repeats || of.some((note) => note.lacking === 'COUNTS')
      ? 'COUNTS'
      : undefined;
  return { tells: 'PARTS', parts: of.flatMap(({ parts }) => parts), lacking };
}
