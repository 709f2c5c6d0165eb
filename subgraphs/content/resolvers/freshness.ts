import { type DayRange, instantsOf } from '../../kit/calendar.ts';
import { type Freshness, freshnessOf } from '../../kit/freshness.ts';
import type { Context } from '../context.ts';

/**
 * How complete a figure of content is. What is only counted has no attribution window.
 * @param newest the newest event counted; null where none was: then the figure is as of the newest hour counted of any note
 * @param range undefined for a figure over all time
 */
export async function freshness(
  newest: Date | null,
  range: DayRange | undefined,
  { now, settings, loaders }: Context,
): Promise<Freshness> {
  return freshnessOf({
    newest: newest ?? (await loaders.newestHour.load('newest')),
    end: range && instantsOf(range).end,
    window: 0,
    lateness: settings.latenessMinutes * 60_000,
    now,
  });
}
