import { type AttributionModel, MODELS } from '../conversions/attribution/models.ts';
import { type AttributionWindow, WINDOWS } from '../conversions/attribution/windows.ts';

/** The steps whose people commerce knows, in the order of the way. */
export const STEPS = ['READ', 'LINK_CLICK', 'SHOP_VISIT', 'ADD_TO_CART', 'ORDER_PAID', 'REPURCHASE'] as const;
export type FunnelStep = (typeof STEPS)[number];

/** The steps that are credited to what led there; the others are what led there. */
export const CREDITED_STEPS = STEPS.slice(2);
/** The first of them in `STEPS`. */
export const FIRST_CREDITED = 2;

/**
 * Who has any credit under a model. LINEAR, POSITION_BASED and TIME_DECAY give some to the same touches, and differ in how much alone.
 */
const CREDITS = ['LAST_CLICK', 'READ_THROUGH', 'ANY_CLICK', 'FIRST_CLICK'] as const;
type Credits = (typeof CREDITS)[number];

const CREDITS_OF: Readonly<Record<AttributionModel, Credits>> = {
  LAST_CLICK: 'LAST_CLICK',
  READ_THROUGH: 'READ_THROUGH',
  FIRST_CLICK: 'FIRST_CLICK',
  LINEAR: 'ANY_CLICK',
  POSITION_BASED: 'ANY_CLICK',
  TIME_DECAY: 'ANY_CLICK',
};

/** How many ways of crediting there are: by who has credit, and the window. */
export const VARIANTS = CREDITS.length * WINDOWS.length;
/** A bit for each of them. */
export const ALL_VARIANTS = 2 ** VARIANTS - 1;
/** How many sales a row of a step has: by model and window. */
export const SALES = MODELS.length * WINDOWS.length;

/** Which of the variants a model and a window are. @param window an index of `WINDOWS` */
export function variantOf(model: AttributionModel, window: number): number {
  return CREDITS.indexOf(CREDITS_OF[model]) * WINDOWS.length + window;
}

/** Which of a row's sales those of a model and a window are. */
export function salesOf(model: AttributionModel, window: number): number {
  return MODELS.indexOf(model) * WINDOWS.length + window;
}

/** Which of `WINDOWS` a window is. */
export function windowIndex(window: AttributionWindow): number {
  return WINDOWS.findIndex(({ name }) => name === window);
}

/**
 * The variants in the order in which they are decided: where two can't both be told, the one that is asked for most often is. The default
 * window comes first, and LAST_CLICK.
 */
const VARIANTS_IN_ORDER: readonly number[] = CREDITS.flatMap((_, credits) =>
  ['DAYS_15', 'DAYS_30', 'DAYS_7', 'HOURS_24'].map(
    (name) => credits * WINDOWS.length + WINDOWS.findIndex((window) => window.name === name),
  ),
);

/** Which measure a step has in a variant: people of READ, of LINK_CLICK, and of each credited step in each variant. @param step an index of `STEPS` */
export function measureOf(step: number, variant: number): number {
  return step < FIRST_CREDITED ? step : FIRST_CREDITED + (step - FIRST_CREDITED) * VARIANTS + variant;
}

/** Which of `WINDOWS` a measure of a credited step is of. */
export function windowOfMeasure(measure: number): number {
  return (measure - FIRST_CREDITED) % WINDOWS.length;
}

/** The measures of each step in the order in which they are decided. */
export const MEASURES_OF_STEPS: readonly (readonly number[])[] = STEPS.map((_, step) =>
  step < FIRST_CREDITED ? [step] : VARIANTS_IN_ORDER.map((variant) => measureOf(step, variant)),
);
