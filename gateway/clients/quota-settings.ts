import { z } from 'zod';
import { type Setting, wholeNumber } from '../../settings/settings.ts';
import { QUOTA_FORM, type Quota, quotaFrom } from './quota.ts';

const quota = z.string().transform((text, context): Quota | undefined => {
  const read = quotaFrom(text);
  if (read !== null) return read;
  context.addIssue({ code: 'custom', message: QUOTA_FORM });
  return z.NEVER;
});

/** What callers without a credential may ask for from one address outside development mode, where no setting says it. */
export const ADDRESS_QUOTA = 'cost=600000,requests=100,burst=400';

/** How much who may ask for. */
export const quotaSettings = {
  partnerQuota: {
    env: 'GATEWAY_QUOTA_PARTNERS',
    meaning:
      'What each client with an API key may ask for that was given no quota of its own (`clients add --quota`): cost per minute, or `cost=6000,requests=50,burst=100` with requests per second, or `none`.',
    schema: quota,
    default: 'none',
  },
  viewerQuota: {
    env: 'GATEWAY_QUOTA_VIEWERS',
    meaning: 'What each viewer may ask for, whatever the token: written as above.',
    schema: quota,
    default: 'none',
  },
  anonymousQuota: {
    env: 'GATEWAY_QUOTA_ANONYMOUS',
    meaning: 'What all callers without a credential may ask for together: written as above.',
    schema: quota,
    default: 'none',
  },
  addressQuota: {
    env: 'GATEWAY_QUOTA_ADDRESSES',
    meaning: `What callers without a credential, or with a wrong one, may ask for from one address (of IPv6: from one /64): written as above. See \`GATEWAY_TRUSTED_PROXIES\`. Default: \`none\` in development, else \`${ADDRESS_QUOTA}\`.`,
    schema: quota,
  },
  trustedProxies: {
    env: 'GATEWAY_TRUSTED_PROXIES',
    meaning:
      'How many proxies of yours stand before the gateway, each of which adds the address that it sees to `x-forwarded-for`; of 0 the connection’s own address counts.',
    schema: wholeNumber(0, 100),
    default: '0',
  },
  redis: {
    env: 'GATEWAY_REDIS',
    meaning:
      'A Redis in which instances share quotas, as `redis://user:password@host:6379/0` or `rediss://…`. While it can’t be reached, each instance goes on with its share: the quota by how many instances were last seen. Without it quotas hold for each instance by itself.',
    schema: z
      .string()
      .refine(
        (text) => /^rediss?:$/.test(URL.parse(text)?.protocol ?? ''),
        'must be a URL that begins with redis:// or rediss://',
      ),
    example: 'redis://127.0.0.1:6379/0',
    isSecret: true,
  },
  quotaAccounts: {
    env: 'GATEWAY_QUOTA_ACCOUNTS',
    meaning:
      'Most viewers and addresses whose quotas are kept apart at one time; past it newcomers share one quota, until others are whole again.',
    schema: wholeNumber(1, 10_000_000),
    default: '50000',
  },
} as const satisfies Record<string, Setting<unknown>>;
