import { type Kysely, sql } from 'kysely';

/** Which world a database holds. */
export interface LoadedWorld {
  readonly scale: string;
  readonly seed: number;
  /** SHA-256 of the quotas, so that two worlds are told apart. */
  readonly quotas: string;
  readonly generator: number;
  /** The moment by which the moving data end. */
  readonly now: string;
  /** Null while it is being loaded, and for good where loading was broken off. */
  readonly finishedAt: string | null;
}

// biome-ignore lint/suspicious/noExplicitAny: each subgraph's database has tables of its own; the marker stands in both.
export type AnyDb = Kysely<any>;

/** The world that a database holds; undefined for none. */
export async function readLoadedWorld(db: AnyDb): Promise<LoadedWorld | undefined> {
  const { rows: tables } = await sql<{ there: boolean }>`select to_regclass('world_load') is not null as there`.execute(
    db,
  );
  if (!tables[0]?.there) return undefined;
  const { rows } = await sql<LoadedWorld>`
    select scale, seed::text::float8 as seed, quotas, generator, to_json(now) #>> '{}' as now,
      to_json(finished_at) #>> '{}' as "finishedAt"
    from world_load`.execute(db);
  return rows[0];
}

/** Says that a world is being loaded, before anything of it is: what is broken off is known by it. */
export async function markStarted(db: AnyDb, world: Omit<LoadedWorld, 'finishedAt'>): Promise<void> {
  await sql`
    create table if not exists world_load (
      one boolean primary key default true check (one),
      scale text not null,
      seed bigint not null,
      quotas text not null,
      generator integer not null,
      now timestamptz(3) not null,
      started_at timestamptz(3) not null default now(),
      finished_at timestamptz(3)
    )`.execute(db);
  await sql`
    insert into world_load (scale, seed, quotas, generator, now)
    values (${world.scale}, ${world.seed}, ${world.quotas}, ${world.generator}, ${world.now}::timestamptz)`.execute(db);
}

/** Says that all of a world is there, and has the planner look at it: an embedded database does not by itself. */
export async function markFinished(db: AnyDb): Promise<void> {
  await sql`analyze`.execute(db);
  await sql`update world_load set finished_at = now()`.execute(db);
}

/** Whether a table has no row. */
export async function isEmpty(db: AnyDb, table: string): Promise<boolean> {
  const { rows } = await sql<{ some: boolean }>`select exists (select from ${sql.table(table)}) as some`.execute(db);
  return !rows[0]?.some;
}

/** Takes every row from every table but the record of migrations; sequences begin anew. */
export async function emptyDatabase(db: AnyDb): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = current_schema() and tablename not like 'kysely_%'`.execute(
    db,
  );
  if (rows.length === 0) return;
  await sql`truncate ${sql.join(rows.map(({ name }) => sql.table(name)))} restart identity cascade`.execute(db);
}
