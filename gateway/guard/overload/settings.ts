import { type Setting, wholeNumber } from '../../../settings/settings.ts';

/** From when on requests are turned away. */
export const overloadSettings = {
  shedDelay: {
    env: 'GATEWAY_SHED_DELAY_MS',
    meaning:
      'How late the process may come to what it has to do before it turns documents of anonymous callers away, in milliseconds; at 1.5 times that all anonymous callers, at 2 times viewers, at 3 times partners. 0 for never.',
    schema: wholeNumber(0, 60_000),
    default: '500',
  },
  shedInFlight: {
    env: 'GATEWAY_SHED_IN_FLIGHT',
    meaning: 'How many operations may be under way before the same; 0 for any number.',
    schema: wholeNumber(0, 10_000_000),
    default: '0',
  },
} as const satisfies Record<string, Setting<unknown>>;
