import type { CommerceDb } from '../../../subgraphs/commerce/store/tables.ts';
import type { Figures } from './oracle.ts';

/** The figures that stand in the rollups, as the oracle writes them. */
export async function readFigures(db: CommerceDb): Promise<Figures> {
  const figures: [string, number][] = [];
  for (const row of await db.selectFrom('click_days').selectAll().execute()) {
    figures.push([`${row.subject_kind} ${row.subject_id} ${row.day} clicks`, row.link_clicks]);
  }
  for (const { subject_kind, subject_id, model: _, day, ...amounts } of await db
    .selectFrom('outcome_days')
    .selectAll()
    .execute()) {
    for (const [figure, amount] of Object.entries(amounts)) {
      if (typeof amount === 'number') figures.push([`${subject_kind} ${subject_id} ${day} ${figure}`, amount]);
    }
  }
  return Object.fromEntries(figures.filter(([, amount]) => amount !== 0));
}
