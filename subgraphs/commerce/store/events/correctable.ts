import { sql } from 'kysely';
import { orderIdOf } from '../../conversions/event-name.ts';
import type { Correctable } from '../../conversions/judging/judge-correction.ts';
import type { CommerceDb } from '../tables.ts';

/** Conversions that may be corrected, by their keys. */
export function readCorrectable(db: CommerceDb, conversions: readonly string[]): Promise<Map<string, Correctable>> {
  return read(db, conversions, '');
}

/** The same, held until the transaction ends: who else corrects one waits. */
export function holdCorrectable(db: CommerceDb, conversions: readonly string[]): Promise<Map<string, Correctable>> {
  return read(db, conversions, 'for update of told');
}

async function read(db: CommerceDb, conversions: readonly string[], lock: string): Promise<Map<string, Correctable>> {
  if (conversions.length === 0) return new Map();
  const { rows } = await sql<{
    conversion: string;
    state: string;
    shop_id: string | null;
    platform_id: string | null;
    platform_order_id: string | null;
    line_id: string | null;
    click_id: string | null;
  }>`
    select told.conversion, told.state, told.shop_id, shop.platform_id, told.platform_order_id, told.line_id, click.click_id
    from conversions told
    left join shops shop on shop.id = told.shop_id
    left join clicks click on click.conversion = told.conversion and click.retired_at is null
    where told.conversion = any(${conversions}::uuid[]) order by told.conversion ${sql.raw(lock)}`.execute(db);
  return new Map(
    rows.map((row) => {
      const { platform_id: platform, platform_order_id: order } = row;
      const correctable = {
        isRetracted: row.state === 'RETRACTED',
        shopId: row.shop_id,
        orderId: platform === null || order === null ? null : orderIdOf(platform, order),
        lineId: row.line_id,
        clickId: row.click_id,
      };
      return [row.conversion, correctable];
    }),
  );
}
