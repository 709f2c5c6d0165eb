import type { CommerceDb } from '../../../subgraphs/commerce/store/tables.ts';
import type { Figures } from './oracle.ts';

/** The figures of LAST_CLICK that stand in the rollups, as the oracle writes them. */
export async function readFigures(db: CommerceDb): Promise<Figures> {
  const figures: Record<string, number> = {};
  const add = (key: string, amount: number) => {
    figures[key] = (figures[key] ?? 0) + amount;
  };
  for (const row of await db.selectFrom('click_days').selectAll().execute()) {
    add(`${row.subject_kind} ${row.subject_id} ${row.day} clicks`, row.clicks_30d);
  }
  const outcomes = db.selectFrom('outcome_days').selectAll().where('model', '=', 'LAST_CLICK');
  for (const { subject_kind, subject_id, day, model: _, stripe: __, ...amounts } of await outcomes.execute()) {
    for (const [figure, amount] of Object.entries(amounts)) {
      if (typeof amount === 'number' && !figure.startsWith('credited'))
        add(`${subject_kind} ${subject_id} ${day} ${figure}`, amount);
    }
  }
  return Object.fromEntries(Object.entries(figures).filter(([, amount]) => amount !== 0));
}
