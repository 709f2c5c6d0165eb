import type { Generated } from 'kysely';
import type { ConsentPurpose } from '../../../kit/consents/purposes.ts';

/** What people said to content of the purposes for which their data may be used, as its feed told last; nothing of who said nothing. */
export interface ConsentsTable {
  /** 32 bytes that stand for the person. */
  person: Uint8Array;
  purpose: ConsentPurpose;
  granted: boolean;
  changed_at: Date;
  feed_position: number;
  /** Of who withdrew attribution: whether nothing of them from before counts any more. */
  carried_out: Generated<boolean>;
}
