import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * Product links and the feed of their changes. A link stands in the feed once, at the position of its last change; a writer holds the
 * feed's lock until it commits, so that positions become visible in their order.
 */
export const productLinksMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`create sequence product_link_feed`.execute(db);
    await sql`
      create table product_links (
        id text collate "C" primary key,
        note_id text collate "C" not null references notes,
        product_id text collate "C" not null,
        label text,
        placement text not null check (placement in ('BELOW_NOTE', 'IMAGE_TAG', 'COMMENT')),
        position integer not null,
        status text not null check (status in ('PENDING_REVIEW', 'ACTIVE', 'PAUSED', 'REMOVED')),
        attached_at timestamptz(3) not null,
        feed_position bigint not null default nextval('product_link_feed')
      )`.execute(db);
    await sql`
      create unique index product_links_once on product_links (note_id, product_id, placement) where status <> 'REMOVED'
    `.execute(db);
    await sql`
      create index product_links_of_note on product_links (note_id, position, id) where status = 'ACTIVE'`.execute(db);
    await sql`create index product_links_of_product on product_links (product_id) where status = 'ACTIVE'`.execute(db);
    await sql`create unique index product_links_feed on product_links (feed_position)`.execute(db);
  },
};
