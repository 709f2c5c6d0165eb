import { expect } from 'vitest';
import type { SentEvent } from '../../../subgraphs/commerce/conversions/event.ts';
import type { TestCommerce } from '../commerce.ts';

/** An amount in CNY, as inputs take it. */
export const cny = (amount: string) => ({ amount, currencyCode: 'CNY' });

/** A campaign as far as tests look at it. */
const CAMPAIGN = `id status startsOn endsOn merchantBudget { amount } marketplaceBudget { amount }
  merchantSpent { amount } marketplaceSpent { amount } contentPlatformSpent { amount } spent { amount }`;

const CREATE = `mutation($input: CampaignCreateInput!) {
  campaignCreate(input: $input) { campaign { ${CAMPAIGN} } userErrors { field code } } }`;
const UPDATE = `mutation($input: CampaignUpdateInput!) {
  campaignUpdate(input: $input) { campaign { ${CAMPAIGN} } userErrors { field code } } }`;
const BOOST = `mutation($input: BoostAddInput!) {
  boostAdd(input: $input) { boost { id fundedBy note { id } budget { amount } } userErrors { field code } } }`;

/** What is asked and changed of campaigns of a test's subgraph, as its operator. */
export function campaignsOf(commerce: () => Pick<TestCommerce, 'ask'>) {
  const run = async (query: string, field: string, input: object) => {
    const { data, errors } = await commerce().ask(query, { input });
    expect(errors).toEqual([]);
    return data[field];
  };
  const create = (input: object = {}) =>
    run(CREATE, 'campaignCreate', {
      shopId: 'shop_1',
      name: '红猫联投',
      merchantBudget: cny('100.00'),
      startsOn: '2025-05-07',
      idempotencyKey: `key-${Math.random()}`,
      ...input,
    });
  const update = (campaignId: string, input: object) => run(UPDATE, 'campaignUpdate', { campaignId, ...input });
  const boost = (campaignId: string, input: object = {}) =>
    run(BOOST, 'boostAdd', {
      campaignId,
      noteId: 'note_1',
      budget: cny('100.00'),
      fundedBy: 'MERCHANT',
      idempotencyKey: `key-${Math.random()}`,
      ...input,
    });
  return {
    create,
    update,
    boost,
    /** A campaign that runs, with a budget of each side in yuan, and a boost of note_1. */
    async running(merchant: string, marketplace: string, boosted: object = {}) {
      const { campaign } = await create({ merchantBudget: cny(merchant) });
      const { userErrors } = await update(campaign.id, { marketplaceBudget: cny(marketplace), status: 'ACTIVE' });
      expect(userErrors).toEqual([]);
      const added = await boost(campaign.id, boosted);
      expect(added.userErrors).toEqual([]);
      return { campaignId: campaign.id as string, boostId: added.boost.id as string };
    },
    async read(id: string, fields = CAMPAIGN) {
      const { data, errors } = await commerce().ask(`query($id: ID!) { campaign(id: $id) { ${fields} } }`, { id });
      expect(errors).toEqual([]);
      return data.campaign;
    },
  };
}

/** An impression of note_1 that a boost paid for. */
export function shownSent(
  given: Partial<SentEvent> & { readonly eventId: string; readonly boostId: string },
): SentEvent {
  return {
    stage: 'IMPRESSION',
    occurredAt: '2025-05-07T12:00:00+08:00',
    sourceId: 'note_1',
    cost: '1.00',
    ...given,
  };
}
