import type { Claims } from '../kit/claims/claims.ts';
import { ownRows } from '../kit/claims/own-rows.ts';
import type { Sender } from './conversions/sender.ts';
import { ownShops } from './own-shop.ts';
import { ownSourceTypes } from './own-source.ts';

/** The policy by which a caller speaks for a platform. */
export const OWN_PLATFORM = 'own_platform';

/** In whose name a caller's events are issued, and of what they may tell. */
export interface Issuing {
  readonly platformId: string;
  /** Absent for who may tell of everything. */
  readonly sender: Sender | undefined;
}

/** Platforms as the settings have them. */
export interface IssuingPlatforms {
  /** In whose name the events of all others are; of several of one's own it is this one, or the first by its id. */
  readonly eventPlatform: string;
  /** Where notes are shown: its senders alone tell what boosts cost. */
  readonly contentPlatform: string;
}

/** Whoever speaks for a platform issues events in its name, so that nobody else's can have their names. */
export function issuingOf(claims: Claims, { eventPlatform, contentPlatform }: IssuingPlatforms): Issuing {
  const own = ownRows(claims, OWN_PLATFORM);
  const shops = ownShops(claims);
  const sourceTypes = ownSourceTypes(claims);
  if (own === 'all' || own.size === 0) {
    const sender =
      shops && own !== 'all' ? { shops, platforms: NO_PLATFORMS, sourceTypes, tellsCosts: false } : undefined;
    return { platformId: eventPlatform, sender };
  }
  const issuing = own.has(eventPlatform) ? eventPlatform : ([...own].sort()[0] ?? eventPlatform);
  return {
    platformId: issuing,
    sender: shops && { shops, platforms: own, sourceTypes, tellsCosts: own.has(contentPlatform) },
  };
}

const NO_PLATFORMS: ReadonlySet<string> = new Set();
