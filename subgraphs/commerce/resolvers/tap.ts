import { createHash } from 'node:crypto';
import { dayOf } from '../../kit/calendar.ts';
import type { Claims } from '../../kit/claims/claims.ts';
import { personOfViewer } from '../../kit/claims/person-of-viewer.ts';
import { idType, shown } from '../../kit/ids.ts';
import { fingerprintOfSearch } from '../../kit/search-id.ts';
import type { Context } from '../context.ts';
import type { ProductLinkOpenInput, Resolvers } from '../generated/resolvers.ts';
import { deepLink, fallbackUrl, opensInPlace } from '../links/destinations.ts';
import { newTap, recordTap, type Tap } from '../links/tap.ts';
import type { Destination } from '../store/catalogue/destinations.ts';
import { nameTap } from '../store/links/tap-keys.ts';
import { userError } from './user-error.ts';

type UserError = ReturnType<typeof userError>;

/** A person taps on a link (一键跳转). */
export const tapResolvers: Resolvers = {
  Mutation: {
    productLinkOpen: async (_mutation, { input }, context) => {
      const wrong = inputErrors(input);
      if (wrong.length > 0) return refused(...wrong);
      const target = await activeTarget(input.productLinkId, context);
      if ('code' in target) return refused(target);
      const tap = await namedTap(input, context);
      if ('code' in tap) return refused(tap);
      await recordTap(context.recorder, tap);
      return { click: await opened(tap, input, target, context), userErrors: [] };
    },
  },
};

function refused(...userErrors: UserError[]) {
  return { click: null, userErrors };
}

function inputErrors({ productLinkId, searchId, idempotencyKey }: ProductLinkOpenInput): UserError[] {
  const wrong: UserError[] = [];
  if (idType(productLinkId) !== 'link') {
    wrong.push(userError('productLinkId', 'ID_INVALID', `${shown(productLinkId)} is no link id: it begins with link_`));
  }
  if (searchId != null && fingerprintOfSearch(searchId) === undefined) {
    wrong.push(
      userError(
        'searchId',
        'SEARCH_ID_INVALID',
        `${shown(searchId)} is no search's id: send Search.id as it was given.`,
      ),
    );
  }
  if (idempotencyKey != null && !/^[\x21-\x7e]{1,200}$/.test(idempotencyKey)) {
    const message = 'An idempotency key takes 1 to 200 visible ASCII characters.';
    wrong.push(userError('idempotencyKey', 'IDEMPOTENCY_KEY_INVALID', message));
  }
  return wrong;
}

/** Where a link leads that people may follow, or why they may not. */
async function activeTarget(linkId: string, { links }: Context): Promise<Destination | UserError> {
  const link = await links.target.load(linkId);
  const target = link && (await links.destination.load(link.productId));
  if (!link || !target)
    return userError('productLinkId', 'LINK_UNKNOWN', `There is no link ${shown(linkId)} to follow.`);
  if (link.status === 'ACTIVE') return target;
  return userError('productLinkId', 'LINK_INACTIVE', `The link is ${link.status}: only an ACTIVE one is followed.`);
}

/** The tap that the input's idempotency key names, or a new one. It is recorded afterwards in any case, so that a retry mends a crash. */
async function namedTap(input: ProductLinkOpenInput, { db, now, claims, settings }: Context): Promise<Tap | UserError> {
  const { productLinkId, client, searchId = null, idempotencyKey } = input;
  const person = personOfViewer(claims, settings.personKey);
  const tap = newTap({ linkId: productLinkId, searchId, person, tappedAt: now });
  if (idempotencyKey == null) return tap;
  const named = await nameTap(db, ownKey(claims, idempotencyKey), { ...tap, client });
  if (named.linkId === productLinkId && named.client === client && named.searchId === searchId)
    return { ...named, person };
  return userError(
    'idempotencyKey',
    'IDEMPOTENCY_KEY_REUSED',
    'The key names another tap: use a new one for each tap.',
  );
}

/** The keys by which clients name their taps say nothing of others'. */
function ownKey({ kind, client, subject }: Claims, key: string): Buffer {
  return createHash('sha256')
    .update(JSON.stringify([kind, client, subject, key]))
    .digest();
}

async function opened(
  { clickId }: Tap,
  { client }: ProductLinkOpenInput,
  target: Destination,
  { links, now, settings }: Context,
) {
  return {
    id: clickId,
    deepLink: deepLink(client, target, clickId),
    fallbackUrl: fallbackUrl(target, clickId, settings.publicUrl),
    opensInPlace: opensInPlace(client, target, (await links.agreements.load(dayOf(now))) ?? []),
  };
}
