import type { ShopModel } from '../../models/catalogue.ts';
import type { CommerceDb } from '../tables.ts';

/** The shops with some ids, in no order. */
export function shopsByIds(db: CommerceDb, ids: readonly string[]): Promise<ShopModel[]> {
  return db
    .selectFrom('shops')
    .select(['id', 'platform_id as platformId', 'name', 'kind', 'brand_name as brandName', 'industry', 'logistics'])
    .select('payment_methods as paymentMethods')
    .where('id', 'in', ids)
    .execute();
}
