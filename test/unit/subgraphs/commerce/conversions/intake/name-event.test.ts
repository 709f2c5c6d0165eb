import { describe, expect, it } from 'vitest';
import type { SentEvent } from '../../../../../../subgraphs/commerce/conversions/event.ts';
import { nameEvent } from '../../../../../../subgraphs/commerce/conversions/intake/name-event.ts';
import { parseEvent } from '../../../../../../subgraphs/commerce/conversions/intake/parse-event.ts';
import { RejectedEvent } from '../../../../../../subgraphs/commerce/conversions/judging/reasons.ts';
import { paidSent, tapSent, visitSent } from '../../../../../kit/commerce/events.ts';
import { marketReferences } from '../../../../../kit/commerce/references.ts';

const named = (sent: SentEvent) => nameEvent(parseEvent(sent), 'platform_taobao', marketReferences());

function codeOf(sent: SentEvent): [string, string | undefined] | undefined {
  try {
    named(sent);
    return undefined;
  } catch (error) {
    if (error instanceof RejectedEvent) return [error.rejection.code, error.rejection.field?.join('.')];
    throw error;
  }
}

describe('nameEvent', () => {
  it('leads a tap to the note, the product and the shop of its link', () => {
    const { noteId, productId, shopId } = named(tapSent({ eventId: '1', productLinkId: 'link_22' }));
    expect({ noteId, productId, shopId }).toEqual({ noteId: 'note_2', productId: 'product_22', shopId: 'shop_2' });
  });

  it('leads an order to the shop of its product', () => {
    const { shopId, productId, order } = named(paidSent({ eventId: '1', link: 'link_21' }));
    expect({ shopId, productId }).toEqual({ shopId: 'shop_2', productId: 'product_21' });
    expect(order).toMatchObject({ platformId: 'platform_taobao', orderId: expect.stringMatching(/^order_/) });
  });

  it('leads a visit that names only a link to the shop of that link', () => {
    const visit = visitSent({ eventId: '1', shopId: null, productLinkId: 'link_22' });
    expect(named(visit)).toMatchObject({ shopId: 'shop_2', noteId: null, productId: null });
  });

  it.each([
    [
      'a link that is not known',
      tapSent({ eventId: '1', productLinkId: 'link_99' }),
      'EVENT_LINK_UNKNOWN',
      'productLinkId',
    ],
    [
      'a product that is not known',
      { ...paidSent({ eventId: '1' }), platformProductId: 'tb99' },
      'EVENT_PRODUCT_UNKNOWN',
      'platformProductId',
    ],
    ['a shop that is not known', visitSent({ eventId: '1', shopId: 'shop_99' }), 'EVENT_SHOP_UNKNOWN', 'shopId'],
    [
      'the shop of another product',
      { ...paidSent({ eventId: '1' }), shopId: 'shop_2' },
      'EVENT_SHOP_MISMATCH',
      'shopId',
    ],
    ['the shop of another link', { ...tapSent({ eventId: '1' }), shopId: 'shop_2' }, 'EVENT_SHOP_MISMATCH', 'shopId'],
    [
      'the product of another link',
      { ...tapSent({ eventId: '1' }), platformId: 'platform_taobao', platformProductId: 'tb22' },
      'EVENT_PRODUCT_MISMATCH',
      'platformProductId',
    ],
  ])('refuses %s', (_what, sent, code, field) => {
    expect(codeOf(sent)).toEqual([code, field]);
  });

  it('refuses a tap on a link whose product is not known here, and a visit that names nothing more', () => {
    const references = { ...marketReferences(), links: new Map([['link_11', { noteId: 'note_1', product: null }]]) };
    const refused = (sent: SentEvent) => () => nameEvent(parseEvent(sent), 'platform_taobao', references);
    const coded = (code: string) => expect.objectContaining({ rejection: expect.objectContaining({ code }) });
    expect(refused(tapSent({ eventId: '1' }))).toThrow(coded('EVENT_LINK_UNKNOWN'));
    const visit = visitSent({ eventId: '1', shopId: null, productLinkId: 'link_11' });
    expect(refused(visit)).toThrow(coded('EVENT_SHOP_REQUIRED'));
  });
});
