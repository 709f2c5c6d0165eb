/** The attribution models, as the contract's AttributionModel has them. */
export const MODELS = ['LAST_CLICK', 'FIRST_CLICK', 'LINEAR', 'POSITION_BASED', 'TIME_DECAY', 'READ_THROUGH'] as const;

export type AttributionModel = (typeof MODELS)[number];

/** The models that share credit among clicks. */
export type ClickModel = Exclude<AttributionModel, 'READ_THROUGH'>;
