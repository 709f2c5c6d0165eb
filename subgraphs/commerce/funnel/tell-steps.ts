import { ratio } from '../../kit/decimal.ts';
import { yuan } from '../../kit/money.ts';
import type { AttributionModel } from '../conversions/attribution/models.ts';
import type { AttributionWindow } from '../conversions/attribution/windows.ts';
import type { FunnelStepModel } from '../models/funnel.ts';
import { FIRST_CREDITED, STEPS, windowIndex } from './measures.ts';
import type { ToldFigures, ToldStep } from './told-figures.ts';

/** Why steps are withheld whole: the period has not closed, what was told of it is deleted, or the shop's platform does not tell what happens there. */
type WholeReason = 'PERIOD_OPEN' | 'EXPIRED' | 'NOT_REPORTED';

/**
 * The steps of a funnel in one model and window. Under READ_THROUGH nobody taps, so that it has no LINK_CLICK.
 * @param known what was decided, or why nothing of it is there
 * @param unreported whether the shop's platform does not tell what happens there
 */
export function tellSteps(
  known: ToldFigures | 'PERIOD_OPEN' | 'EXPIRED',
  model: AttributionModel,
  window: AttributionWindow,
  unreported: boolean,
): FunnelStepModel[] {
  const figures = typeof known === 'string' ? undefined : known;
  const credited = figures && (figures.credited[model] ?? figures.credited.LAST_CLICK)?.[windowIndex(window)];
  let previous: number | null = null;
  return STEPS.flatMap((stage, step) => {
    if (stage === 'LINK_CLICK' && model === 'READ_THROUGH') return [];
    const own = step < FIRST_CREDITED ? figures?.led[step] : credited?.[step - FIRST_CREDITED];
    const isSold = stage === 'ORDER_PAID' || stage === 'REPURCHASE';
    const reason = typeof known === 'string' ? known : unreported && step >= FIRST_CREDITED ? 'NOT_REPORTED' : null;
    const told = tellStep(stage, own ?? (isSold ? NOTHING_SOLD : NOTHING), reason, previous);
    previous = told.people;
    return [told];
  });
}

/** What is told of a shop in which nothing happened. */
const NOTHING: ToldStep = [0, null];
const NOTHING_SOLD: ToldStep = [0, null, 0];

function tellStep(
  stage: FunnelStepModel['stage'],
  [events, people, sales]: ToldStep,
  reason: WholeReason | null,
  previous: number | null,
): FunnelStepModel {
  if (reason !== null)
    return { stage, events: null, people: null, rateFromPrevious: null, sales: null, withheld: reason };
  return {
    stage,
    events,
    people,
    rateFromPrevious: people === null || previous === null ? null : ratio(people, previous),
    sales: sales == null ? null : yuan(sales),
    withheld: people === null ? 'TOO_FEW_PEOPLE' : null,
  };
}
