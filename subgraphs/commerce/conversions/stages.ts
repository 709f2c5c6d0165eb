/** The stages of the whole chain (全链路), as the contract's FunnelStage has them. */
export const STAGES = [
  'IMPRESSION',
  'READ',
  'ENGAGE',
  'SCREENSHOT',
  'LINK_REQUEST',
  'SEARCH',
  'LINK_CLICK',
  'SHOP_VISIT',
  'PRODUCT_VIEW',
  'ADD_TO_CART',
  'ORDER_PLACED',
  'ORDER_PAID',
  'ORDER_RECEIVED',
  'REFUND',
] as const;

export type Stage = (typeof STAGES)[number];
export type OrderStage = 'ORDER_PLACED' | 'ORDER_PAID' | 'ORDER_RECEIVED' | 'REFUND';

/** Whether events of a stage tell of one line of an order. */
export function isOrderStage(stage: Stage): stage is OrderStage {
  return stage.startsWith('ORDER_') || stage === 'REFUND';
}

/** Whether events of a stage happen in a shop. */
export function needsShop(stage: Stage): boolean {
  return stage === 'SHOP_VISIT' || stage === 'ADD_TO_CART' || isOrderStage(stage);
}

/** Whether the feed tells of events of a stage: steps towards, into or out of an order begin with the click. */
export function isTold(stage: Stage): boolean {
  return STAGES.indexOf(stage) >= STAGES.indexOf('LINK_CLICK');
}
