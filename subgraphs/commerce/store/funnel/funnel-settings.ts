import { z } from 'zod';
import type { readSettings, Setting } from '../../../../settings/settings.ts';
import { peopleSettings } from '../../../kit/people/people-settings.ts';

/** What may be set of how funnels tell of people. */
export const funnelSettings = {
  ...peopleSettings('COMMERCE'),
  eventPlatform: {
    env: 'COMMERCE_EVENT_PLATFORM',
    meaning:
      'Platform in whose name the events of a sender are issued whose credentials say of none that it is its own (`own_platform`).',
    schema: z.string().regex(/^platform_[A-Za-z0-9_-]{1,80}$/, 'must be a platform’s id'),
    default: 'platform_taobao',
  },
} as const satisfies Record<string, Setting<unknown>>;

/** Their values. */
export type FunnelRule = ReturnType<typeof readSettings<typeof funnelSettings>>;
