import { z } from 'zod';
import { type Setting, wholeNumber } from '../../../settings/settings.ts';
import { DEFAULT_SIZE_NAMES } from './list-sizes.ts';

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
    meaning: 'Items that a list is taken to have where neither `@listSize` nor the request says anything.',
    schema: wholeNumber(0, 1_000_000),
    default: '10',
  },
  listSizeNames: {
    env: 'GATEWAY_LIST_SIZE_NAMES',
    meaning:
      'Names of arguments, and of fields of input objects, that are taken to say how many items a list has where `@listSize` names no argument; `none` for none.',
    schema: z.string().transform((text, context) => {
      const names = text === 'none' ? [] : text.split(',').map((name) => name.trim());
      if (names.some((name) => !/^[A-Za-z_]\w*$/.test(name))) {
        context.addIssue({ code: 'custom', message: 'must read like first,last,limit' });
      }
      return names;
    }) as z.ZodType<readonly string[], string>,
    default: DEFAULT_SIZE_NAMES.join(),
  },
} as const satisfies Record<string, Setting<unknown>>;
