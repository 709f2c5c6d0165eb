import { daysOf } from '../../../kit/calendar.ts';
import { closePeriods, type Run } from '../../../kit/people/close-periods.ts';
import { decideOnce } from '../../../kit/people/decided-cells.ts';
import { periodAt } from '../../../kit/people/lattice.ts';
import { readershipKey, readershipOf } from '../../reports/readership.ts';
import { searchPeopleKey } from '../../reports/search-people.ts';
import type { ContentDb } from '../tables.ts';
import { firstCountedDay } from './active-days.ts';
import { countSearchPeople } from './count-insights.ts';
import { countDays, countReaders } from './count-readership.ts';

/**
 * Counts what reports tell of the periods that have closed since the last time, once for good. Costs what came in them, not what is kept.
 * @param monthStart the day on which a reporting month begins
 */
export async function closeReports(db: ContentDb, now: Date, monthStart: number): Promise<void> {
  await closePeriods({
    db,
    now,
    monthStart,
    firstDay: () => firstCountedDay(db),
    count: async (transaction, run) => {
      await closeInsights(transaction, run);
      await closeReadership(transaction, run);
    },
  });
}

async function closeInsights(db: ContentDb, run: Run): Promise<void> {
  const counted = await countSearchPeople(db, run);
  await decideOnce(
    db,
    counted.map(({ from, people }) => ({ key: searchPeopleKey(run.kind, from), value: people })),
  );
}

async function closeReadership(db: ContentDb, run: Run): Promise<void> {
  const days = Map.groupBy(await countDays(db, run), ({ from }) => from);
  const readers = Map.groupBy(await countReaders(db, run), ({ from }) => from);
  const cells = [...days].flatMap(([from, counted]) => {
    const period = daysOf(periodAt(run.kind, from, run.monthStart));
    return readershipOf(period, counted, readers.get(from) ?? []).map(({ industry, readership }) => ({
      key: readershipKey(run.kind, from, industry),
      value: readership,
    }));
  });
  await decideOnce(db, cells);
}
