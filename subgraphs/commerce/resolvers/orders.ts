import { fixed, ratio } from '../../kit/decimal.ts';
import { found } from '../../kit/found.ts';
import { checkId } from '../../kit/ids.ts';
import { present } from '../../kit/present.ts';
import { type CreditedTouch, journeyTouches } from '../conversions/attribution/journey.ts';
import { toldLink, toldNote } from '../conversions/placement.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import type { JourneyModel } from '../models/orders.ts';
import { ownsShop } from '../own-shop.ts';

const DAY_MS = 86_400_000;

/** Orders with their lines, refunds and journeys. */
export const orderResolvers: Resolvers = {
  Query: {
    order: async (_query, { id }, { catalogue, claims }) => {
      const order = await catalogue.order.load(checkId(id, 'order'));
      return order && ownsShop(claims, order.shopId) ? order : null;
    },
  },
  Order: {
    __resolveReference: async ({ id }, { catalogue, claims }) => {
      const order = await catalogue.order.load(id);
      return found(order && ownsShop(claims, order.shopId) ? order : undefined, 'order', id);
    },
    shop: async (order, _args, { catalogue }) => present(await catalogue.shop.load(order.shopId), 'shop'),
    lines: async (order, _args, { catalogue }) => (await catalogue.linesOfOrder.load(order.id)) ?? [],
    refunds: async (order, _args, { catalogue }) => (await catalogue.refundsOfOrder.load(order.id)) ?? [],
    journey: async ({ id, shopId }, { model, window }, { journeys, figures }) => {
      const journey = await journeys.load(id);
      if (!journey || (journey.countedAt === null && !journey.denied)) return null;
      if (journey.countedAt === null || !journey.credit) return withheldJourney('NO_CONSENT');
      if (await figures.unreported('SHOP').load(shopId)) return withheldJourney('NOT_REPORTED');
      return toldJourney(journey.countedAt, journeyTouches(journey.credit, model, window));
    },
    logistics: async (order, _args, { catalogue }) => {
      const provider = order.logisticsProvider;
      if (provider === null) return null;
      const shop = await catalogue.shop.load(order.shopId);
      const service = shop?.logistics.find((each) => each.provider === provider);
      return service
        ? { ...service, legs: [...service.legs], features: [...service.features] }
        : { provider, legs: [], features: [] };
    },
  },
  Journey: { touches: ({ touches }) => [...touches] },
  Touch: {
    note: ({ noteId }) => (noteId === null ? null : { id: noteId }),
    productLink: ({ linkId }) => (linkId === null ? null : { id: linkId }),
  },
  OrderLine: {
    product: async (line, _args, { catalogue }) =>
      line.productId === null ? null : ((await catalogue.product.load(line.productId)) ?? null),
  },
};

function withheldJourney(withheld: JourneyModel['withheld']): JourneyModel {
  return { daysToOrder: null, touches: [], withheld };
}

function toldJourney(orderedAt: number, credited: readonly CreditedTouch[]): JourneyModel {
  const [first] = credited;
  const touches = credited.map(({ touch, stage, credit }) => ({
    sourceId: touch.noteId,
    noteId: toldNote(touch.noteId),
    linkId: 'linkId' in touch ? toldLink(touch.linkId) : null,
    stage,
    occurredAt: new Date(touch.occurredAt),
    credit: fixed(BigInt(credit), 6),
  }));
  return { daysToOrder: first ? ratio(orderedAt - first.touch.occurredAt, DAY_MS) : null, touches, withheld: null };
}
