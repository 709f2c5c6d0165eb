import type { Claims } from '../kit/claims/claims.ts';
import { settleClaims } from './accounts/settle-claims.ts';
import type { Context } from './context.ts';
import { accountLoaders } from './loaders/accounts.ts';
import { campaignLoaders } from './loaders/campaigns.ts';
import { catalogueLoaders } from './loaders/catalogue.ts';
import { cellLoader, forgottenLoader } from './loaders/cells.ts';
import { commissionLoaders } from './loaders/commissions.ts';
import { conversionLoader } from './loaders/conversions.ts';
import { figureOwnerLoaders } from './loaders/figure-owners.ts';
import { figureLoaders } from './loaders/figures.ts';
import { funnelLoaders } from './loaders/funnels.ts';
import { journeyLoader } from './loaders/journeys.ts';
import { linkLoaders } from './loaders/links.ts';
import { relatedLoader } from './loaders/related.ts';

/** What contexts are made of: all but loaders, which each has of its own. */
interface ContextParts extends Pick<Context, 'db' | 'settings' | 'recorder' | 'changes' | 'accounts'> {
  readonly now: () => Date;
  /** Has links that are not known yet fetched from content. */
  readonly pullLinks: () => Promise<boolean>;
}

/** Gives a context for each request, or message of a subscription, with what the caller's claims come to then. */
export function contextMaker(parts: ContextParts): (claims: Claims) => Context | Promise<Context> {
  const make = makerOf(parts);
  return (claims) => {
    const settled = settleClaims(claims, parts.accounts);
    return settled instanceof Promise ? settled.then(make) : make(settled);
  };
}

function makerOf({ now, pullLinks, ...shared }: ContextParts): (claims: Claims) => Context {
  const { db, settings } = shared;
  return (claims) => ({
    ...shared,
    claims,
    now: now(),
    catalogue: catalogueLoaders(db),
    campaigns: campaignLoaders(db),
    commissions: commissionLoaders(db, now()),
    conversions: conversionLoader(db),
    figures: figureLoaders(db, { least: settings.leastPeople, eventPlatform: settings.eventPlatform }),
    funnels: funnelLoaders(db),
    owners: figureOwnerLoaders(db),
    journeys: journeyLoader(db),
    cells: cellLoader(db),
    forgotten: forgottenLoader(db),
    links: linkLoaders(db, pullLinks),
    related: relatedLoader(db),
    jointAccounts: accountLoaders(db),
  });
}
