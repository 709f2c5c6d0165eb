import { type Setting, wholeNumber } from '../../../settings/settings.ts';

/** What operations may cost. */
export const costSettings = {
  costLimit: {
    env: 'GATEWAY_COST_LIMIT',
    meaning:
      'Most that one operation may cost, as estimated from its document and variables before it is executed: an object counts 1, and as often as the lists around it are long.',
    schema: wholeNumber(1, 1_000_000_000_000),
    default: '100000',
  },
  listLimit: {
    env: 'GATEWAY_LIST_SIZE',
    meaning: 'Most items that a request may ask of one list, by an argument that `@listSize` names.',
    schema: wholeNumber(1, 1_000_000_000),
    default: '1000',
  },
  listSize: {
    env: 'GATEWAY_COST_LIST_SIZE',
    meaning: 'Items that a list is taken to have where `@listSize` says nothing.',
    schema: wholeNumber(0, 1_000_000),
    default: '10',
  },
} as const satisfies Record<string, Setting<unknown>>;
