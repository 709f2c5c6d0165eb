import { z } from 'zod';
import { LEVELS } from '../level.ts';
import type { Quota } from '../quota.ts';

const instant = z.iso.datetime();
/** Most keys that are kept of a client, those that ended among them. */
export const MOST_KEYS = 100;

const names = z.array(z.string().min(1).max(200)).max(10_000);

/** A key as it is kept. */
const StoredKey = z.strictObject({
  id: z.string().regex(/^[0-9a-f]{16}$/),
  /** SHA-256 of the key, base64url. */
  digest: z.string().regex(/^[\w-]{43}$/),
  created: instant,
  /** When it ends by itself, as one does that was rotated. */
  expires: instant.optional(),
  revoked: instant.optional(),
});

/** What a policy may be called. */
const POLICY_NAME = /^[A-Za-z]\w{0,99}$/;

/** A client with API keys as it is kept. */
const StoredClient = z.strictObject({
  /** Registered operations that it may use. */
  operations: z.union([z.literal('any'), names]),
  /** What it may send beside their ids; nothing where none was given. */
  level: z.enum(LEVELS).default('ids-only'),
  scopes: names,
  /** Global ids of its own rows, by policy. */
  rows: z.record(z.string().regex(POLICY_NAME), names),
  /** Cost per minute. */
  quota: z.int().positive().optional(),
  /** Requests per second, and at once. */
  requests: z.int().positive().optional(),
  burst: z.int().positive().optional(),
  /** The secret by which it signs its requests, base64url: a signature can only be checked by who has what makes it. */
  signingSecret: z
    .string()
    .regex(/^[\w-]{43}$/)
    .optional(),
  created: instant,
  keys: z.array(StoredKey).max(MOST_KEYS),
});

/** What a client may be called. */
export const CLIENT_NAME = /^[a-z0-9][a-z0-9._-]{0,62}$/;

/** All clients with API keys. */
export const StoredClients = z.strictObject({
  version: z.literal(1),
  clients: z.record(z.string().regex(CLIENT_NAME), StoredClient),
});

export type StoredKey = z.infer<typeof StoredKey>;
export type StoredClient = z.infer<typeof StoredClient>;
export type StoredClients = z.infer<typeof StoredClients>;

/** What a client may ask for; undefined where it has no quota of its own. */
export function storedQuota({ quota, requests, burst }: StoredClient): Quota | undefined {
  if (quota === undefined && requests === undefined) return undefined;
  return { costPerMinute: quota, requestsPerSecond: requests, burst };
}

/** Where there are none yet. */
export const NO_CLIENTS: StoredClients = { version: 1, clients: {} };

/** Whether a key holds at an instant, in milliseconds since 1970. */
export function isLive({ expires, revoked }: StoredKey, now: number): boolean {
  return revoked === undefined && (expires === undefined || Date.parse(expires) > now);
}
