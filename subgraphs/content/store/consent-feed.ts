import { sql } from 'kysely';
import type { ConsentPurpose } from '../../kit/consents/purposes.ts';
import type { ContentDb } from './tables.ts';

/** What a person says about a purpose since `position`. */
export interface ConsentChange {
  readonly position: number;
  /** 64 hexadecimal digits. */
  readonly person: string;
  readonly purpose: ConsentPurpose;
  readonly granted: boolean;
  readonly changedAt: Date;
}

/** What was said after a position, each as it stands, in the order of the last changes. */
export function readConsentFeed(db: ContentDb, after: number, limit: number): Promise<ConsentChange[]> {
  return db
    .selectFrom('consents')
    .select([
      'feed_position as position',
      sql<string>`encode(person, 'hex')`.as('person'),
      'purpose',
      'granted',
      'changed_at as changedAt',
    ])
    .where('feed_position', '>', after)
    .orderBy('feed_position')
    .limit(limit)
    .execute();
}
