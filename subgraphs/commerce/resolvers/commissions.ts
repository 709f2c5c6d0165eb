import { type Connection, checkFirst, toConnection } from '../../kit/connection.ts';
import { decodeCursor } from '../../kit/cursor.ts';
import { fixed } from '../../kit/decimal.ts';
import { found } from '../../kit/found.ts';
import { yuan } from '../../kit/money.ts';
import { present } from '../../kit/present.ts';
import type { Context } from '../context.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import type { CommissionStatus } from '../ledger/commission.ts';
import type { Party } from '../ledger/entry.ts';
import type { MoneyStage } from '../ledger/settlement.ts';
import type { CommissionTotalsModel } from '../models/commissions.ts';
import { checkOwnAuthor, ownAuthors, ownsAuthor } from '../own-author.ts';
import { checkOwnShop, ownShops, ownsShop } from '../own-shop.ts';
import { type CommissionsPage, ownCommissions, type PlacedCommission } from '../store/ledger/commission-pages.ts';

/** Commissions: what shops owe to authors and the content platform for sales that notes led to. */
export const commissionResolvers: Resolvers = {
  Query: {
    commissions: (_query, args, { claims, db }) =>
      page('commissions', args, (asked) =>
        ownCommissions(db, { shops: ownShops(claims), authors: ownAuthors(claims) }, asked),
      ),
  },
  Author: {
    commissions: (author, args, { claims, commissions }) => {
      checkOwnAuthor(claims, author.id);
      return page(`commissions-to:${author.id}`, args, (asked) => commissions.ofAuthor(asked).load(author.id));
    },
    commissionTotals: (author, _args, { claims, commissions }) => {
      checkOwnAuthor(claims, author.id);
      return totals('AUTHOR', author.id, commissions, null);
    },
  },
  Shop: {
    commissions: (shop, args, { claims, commissions }) => {
      checkOwnShop(claims, shop.id);
      return page(`commissions-of:${shop.id}`, args, (asked) => commissions.ofShop(asked).load(shop.id));
    },
    commissionTotals: (shop, _args, { claims, commissions, settings }) => {
      checkOwnShop(claims, shop.id);
      return totals('SHOP', shop.id, commissions, [settings.contentPlatform, shop.platformId]);
    },
  },
  Order: {
    commissions: async (order, _args, { commissions }) => (await commissions.ofOrder.load(order.id)) ?? [],
  },
  ProductLink: {
    commissionRate: async ({ id }, _args, { claims, commissions }) => {
      const link = await commissions.rateOfLink.load(id);
      if (!link || !(ownsShop(claims, link.shopId) || ownsAuthor(claims, link.authorId))) return null;
      return fixed(BigInt(link.rateBp), 4);
    },
  },
  Commission: {
    __resolveReference: async ({ id }, { claims, commissions }) => {
      const commission = await commissions.commission.load(id);
      const { shopId, payee, authorId } = commission ?? { shopId: null, payee: null, authorId: '' };
      const isOwn = ownsShop(claims, shopId) || (payee === 'AUTHOR' && ownsAuthor(claims, authorId));
      return found(isOwn ? commission : undefined, 'commission', id);
    },
    order: async ({ orderId, shopId }, _args, { claims, catalogue }) =>
      ownsShop(claims, shopId) ? ((await catalogue.order.load(orderId)) ?? null) : null,
    note: ({ noteId }) => ({ id: noteId }),
    productLink: ({ linkId }) => ({ id: linkId }),
    shop: async ({ shopId }, _args, { catalogue }) => present(await catalogue.shop.load(shopId), 'shop'),
    author: ({ payee, authorId }) => (payee === 'AUTHOR' ? { id: authorId } : null),
    entries: async ({ id }, _args, { commissions }) => (await commissions.entries.load(id)) ?? [],
  },
};

interface Asked {
  readonly first: number;
  readonly after?: string | null | undefined;
  readonly status?: CommissionStatus | null | undefined;
}

/** A page of a list of commissions. @param read gives up to one row more than the page */
async function page(
  name: string,
  { first, after = null, status = null }: Asked,
  read: (page: CommissionsPage) => Promise<readonly PlacedCommission[] | undefined>,
): Promise<Connection<PlacedCommission>> {
  checkFirst(first);
  const list = `${name}:${status}`;
  const [from] = after ? decodeCursor(list, after, [0] as const) : [];
  const rows = await read({ limit: first + 1, after: from, status });
  return toConnection(rows ?? [], { first, after, list, keysOf: (row) => [row.sequence] });
}

/** What an owner's accounts hold; what a shop owes is told above zero. */
async function totals(
  party: Party,
  ownerId: string,
  { balances }: Context['commissions'],
  platformIds: readonly string[] | null,
): Promise<CommissionTotalsModel> {
  const held = (await balances(party).load(ownerId)) ?? [];
  const sign = party === 'SHOP' ? -1 : 1;
  // Adding to zero leaves no -0.
  const of = (stage: MoneyStage) => yuan(0 + sign * (held.find((each) => each.stage === stage)?.fen ?? 0));
  return {
    estimated: of('ESTIMATED'),
    held: of('HELD'),
    payable: of('PAYABLE'),
    paid: of('PAID'),
    gapsOf: { periods: null, platformIds },
  };
}
