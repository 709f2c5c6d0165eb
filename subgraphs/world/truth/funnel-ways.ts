import { TRUTH_MODELS, TRUTH_WINDOW_KEYS, type TruthModel, type TruthWindow } from './credit.ts';

/** The steps of the way into a shop. */
export const FUNNEL_STAGES = ['READ', 'LINK_CLICK', 'SHOP_VISIT', 'ADD_TO_CART', 'ORDER_PAID', 'REPURCHASE'] as const;
export type FunnelStage = (typeof FUNNEL_STAGES)[number];

/** READ and LINK_CLICK are what leads there; the others are credited to it. */
export function isCredited(stage: FunnelStage): boolean {
  return stage !== 'READ' && stage !== 'LINK_CLICK';
}

/** Models that give some credit to the same touches: whom they count is the same. */
const ALIKE: readonly (readonly TruthModel[])[] = [
  ['LAST_CLICK'],
  ['READ_THROUGH'],
  ['LINEAR', 'POSITION_BASED', 'TIME_DECAY'],
  ['FIRST_CLICK'],
];
const WINDOWS_IN_ORDER: readonly TruthWindow[] = ['DAYS_15', 'DAYS_30', 'DAYS_7', 'HOURS_24'];

/** Which count of a step's people is told in a model and window. */
export function measureOf(stage: FunnelStage, model: TruthModel, window: TruthWindow): string {
  if (!isCredited(stage)) return stage;
  const [first] = ALIKE.find((models) => models.includes(model)) ?? [];
  return `${stage} ${first} ${window}`;
}

/** The counts of a step's people in the order in which it is decided whether they are told: the defaults come first. */
export function measuresOf(stage: FunnelStage): string[] {
  if (!isCredited(stage)) return [stage];
  return ALIKE.flatMap(([model = 'LAST_CLICK']) => WINDOWS_IN_ORDER.map((window) => measureOf(stage, model, window)));
}

/** A model and a window. */
export interface FunnelWay {
  readonly model: TruthModel;
  readonly window: TruthWindow;
}

export const FUNNEL_WAYS: readonly FunnelWay[] = TRUTH_MODELS.flatMap((model) =>
  TRUTH_WINDOW_KEYS.map((window) => ({ model, window })),
);
