import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * The ledger of commissions (分成), in double entry: transactions of entries over accounts, which are never changed, and what they come to:
 * balances, commissions, payouts. What merchants agreed to give stands in `commission_terms`, `ledger` says how far the feed was followed.
 */
export const ledgerMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`
      create table commission_terms (
        shop_id text collate "C" not null references shops,
        link_id text collate "C" not null default '',
        valid_from timestamptz(3) not null,
        rate_bp integer not null check (rate_bp between 0 and 10000),
        author_percent integer not null check (author_percent between 0 and 100),
        return_days integer not null check (return_days between 0 and 365),
        receive_days integer not null check (receive_days between 1 and 365),
        primary key (shop_id, link_id, valid_from)
      )`.execute(db);
    await createBooks(db);
    await createCommissions(db);
    await guardEntries(db);
  },
};

async function createBooks(db: Kysely<unknown>) {
  await sql`
    create table ledger (
      alone boolean primary key default true check (alone),
      followed_to bigint not null
    )`.execute(db);
  await sql`insert into ledger (followed_to) values (0)`.execute(db);
  await sql`
    create table ledger_transactions (
      id bigint generated always as identity primary key,
      order_id text collate "C",
      payout_id text collate "C",
      posted_at timestamptz(3) not null,
      check ((order_id is null) <> (payout_id is null))
    )`.execute(db);
  await sql`create index ledger_transactions_of_order on ledger_transactions (order_id) where order_id is not null`.execute(
    db,
  );
  await sql`
    create table ledger_entries (
      transaction_id bigint not null references ledger_transactions,
      ordinal integer not null,
      party text collate "C" not null check (party in ('SHOP', 'AUTHOR', 'CONTENT_PLATFORM')),
      owner_id text collate "C" not null,
      stage text collate "C" not null check (stage in ('ESTIMATED', 'HELD', 'PAYABLE', 'PAID')),
      kind text collate "C" not null check (kind in ('ACCRUAL', 'ADJUSTMENT', 'CLAWBACK', 'MOVE', 'PAYOUT')),
      commission_id text collate "C",
      amount_fen bigint not null check (amount_fen <> 0),
      primary key (transaction_id, ordinal),
      check ((party = 'SHOP') = (commission_id is null))
    )`.execute(db);
  await sql`
    create index ledger_entries_of_commission on ledger_entries (commission_id, transaction_id, ordinal)
    where commission_id is not null`.execute(db);
  await sql`
    create table ledger_accounts (
      party text collate "C" not null,
      owner_id text collate "C" not null,
      stage text collate "C" not null,
      balance_fen bigint not null,
      primary key (party, owner_id, stage)
    ) with (fillfactor = 50)`.execute(db);
}

async function createCommissions(db: Kysely<unknown>) {
  await sql`
    create table commissions (
      id text collate "C" primary key,
      sequence bigint generated always as identity unique,
      order_id text collate "C" not null,
      shop_id text collate "C" not null,
      link_id text collate "C" not null,
      note_id text collate "C" not null,
      payee text collate "C" not null check (payee in ('AUTHOR', 'CONTENT_PLATFORM')),
      author_id text collate "C" not null,
      rate_ppm integer not null,
      base_fen bigint not null check (base_fen >= 0),
      amount_fen bigint not null check (amount_fen >= 0),
      paid_fen bigint not null,
      stage text collate "C" not null check (stage in ('ESTIMATED', 'HELD', 'PAYABLE')),
      status text collate "C" not null check (status in ('ESTIMATED', 'HELD', 'PAYABLE', 'PAID', 'VOIDED')),
      held_until timestamptz(3),
      next_at timestamptz(3)
    ) with (fillfactor = 70)`.execute(db);
  await sql`create index commissions_of_order on commissions (order_id)`.execute(db);
  await sql`create index commissions_of_shop on commissions (shop_id, sequence)`.execute(db);
  await sql`create index commissions_of_shop_in on commissions (shop_id, status, sequence)`.execute(db);
  await sql`
    create index commissions_of_author on commissions (author_id, sequence) where payee = 'AUTHOR'`.execute(db);
  await sql`
    create index commissions_of_author_in on commissions (author_id, status, sequence) where payee = 'AUTHOR'`.execute(
    db,
  );
  await sql`create index commissions_in on commissions (status, sequence)`.execute(db);
  await sql`create index commissions_next on commissions (next_at) where next_at is not null`.execute(db);
  await sql`
    create index commissions_payable on commissions (payee, author_id)
    where (stage = 'PAYABLE' and amount_fen > paid_fen) or amount_fen < paid_fen`.execute(db);
  await sql`
    create table payouts (
      id text collate "C" primary key,
      party text collate "C" not null check (party in ('AUTHOR', 'CONTENT_PLATFORM')),
      owner_id text collate "C" not null,
      period text collate "C" not null,
      amount_fen bigint not null check (amount_fen > 0),
      paid_at timestamptz(3) not null,
      unique (party, owner_id, period)
    )`.execute(db);
}

/** What is written stands for good, and whatever writes it, an entry that nothing balances is refused. */
async function guardEntries(db: Kysely<unknown>) {
  await sql`
    create function ledger_entries_balance() returns trigger language plpgsql as $$
    begin
      if exists (select from added group by transaction_id, stage having sum(amount_fen) <> 0) then
        raise exception 'The entries of a ledger transaction do not balance.' using errcode = 'check_violation';
      end if;
      return null;
    end $$`.execute(db);
  await sql`
    create trigger ledger_entries_balance after insert on ledger_entries referencing new table as added
    for each statement execute function ledger_entries_balance()`.execute(db);
  await sql`
    create function ledger_is_kept() returns trigger language plpgsql as $$
    begin
      raise exception 'Rows of % are neither changed nor deleted.', tg_table_name using errcode = 'check_violation';
    end $$`.execute(db);
  for (const table of ['ledger_entries', 'ledger_transactions', 'payouts']) {
    await sql`
      create trigger ${sql.ref(`${table}_kept`)} before update or delete on ${sql.table(table)}
      for each statement execute function ledger_is_kept()`.execute(db);
  }
}
