import { roundPeople } from '../../kit/people/few-people.ts';
import { type AttributionModel, MODELS } from '../conversions/attribution/models.ts';
import { WINDOWS } from '../conversions/attribution/windows.ts';
import type { DecidedCell } from './decide-cells.ts';
import type { Grouping } from './dimensions.ts';
import { CREDITED_STEPS, FIRST_CREDITED, measureOf, STEPS, salesOf, variantOf } from './measures.ts';

/** Events, people and sales of a step: people null where withheld, events and sales null where they would be about people. */
export type ToldStep = readonly [events: number | null, people: number | null, sales?: number | null];

/** What is told of a group, as it is kept. */
export interface ToldFigures {
  /** READ and LINK_CLICK. */
  readonly led: readonly ToldStep[];
  /** By model and window, then by credited step; a model that is absent is told as LAST_CLICK. */
  readonly credited: Partial<Record<AttributionModel, readonly (readonly ToldStep[])[]>>;
}

/**
 * What is told of a cell: people rounded, or null; events and sales as they are, since they are the seller's, but for groups by age, where they
 * would say something of people.
 */
export function toldFigures(cell: DecidedCell, grouping: Grouping, least: number): ToldFigures {
  const ofPeople = grouping.includes('AGE_COHORT');
  const stepOf = (step: number, variant: number): [number | null, number | null] => {
    const measure = measureOf(step, variant);
    const size = cell.people.get(measure)?.size ?? 0;
    return [
      ofPeople ? null : (cell.events.get(measure) ?? 0),
      cell.told.has(measure) ? roundPeople(size, least) : null,
    ];
  };
  const creditedOf = (model: AttributionModel) =>
    WINDOWS.map((_, window) =>
      CREDITED_STEPS.map((_, index): ToldStep => {
        const step = FIRST_CREDITED + index;
        const sales = cell.sales.get(step)?.[salesOf(model, window)] ?? 0;
        const own = stepOf(step, variantOf(model, window));
        return step >= STEPS.indexOf('ORDER_PAID') ? [...own, ofPeople ? null : sales] : own;
      }),
    );
  const usual = JSON.stringify(creditedOf('LAST_CLICK'));
  const credited = Object.fromEntries(
    MODELS.map((model) => [model, creditedOf(model)] as const).filter(
      ([model, told]) => model === 'LAST_CLICK' || JSON.stringify(told) !== usual,
    ),
  );
  return { led: [stepOf(0, 0), stepOf(1, 0)], credited };
}

/** The largest number of people that a row tells of, by which rows are put in order. */
export function mostPeople({ led, credited }: ToldFigures): number {
  const steps = [...led, ...(credited.LAST_CLICK?.flat() ?? [])];
  return Math.max(0, ...steps.map(([, people]) => people ?? 0));
}

/** Of which measures the people are told. */
export function toldMeasures({ led, credited }: ToldFigures): Set<number> {
  const told = new Set<number>();
  led.forEach(([, people], step) => {
    if (people !== null) told.add(measureOf(step, 0));
  });
  for (const model of MODELS) {
    (credited[model] ?? credited.LAST_CLICK ?? []).forEach((steps, window) => {
      steps.forEach(([, people], index) => {
        if (people !== null) told.add(measureOf(FIRST_CREDITED + index, variantOf(model, window)));
      });
    });
  }
  return told;
}
