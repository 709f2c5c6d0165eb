import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { JumpTarget } from './jump-targets.ts';

/** A copy of where links lead, on this machine's disk: taps land by it while the database can't be asked. One process has it at a time. */
export interface LinkCopy {
  get(code: string): JumpTarget | undefined;
  put(targets: readonly JumpTarget[]): void;
  forget(codes: readonly string[]): void;
  close(): void;
}

/** The name of its file. */
export const COPY_FILE = 'links.sqlite';

/**
 * Opens the copy in a folder; one that can't be read is begun anew.
 * @param most how many links are kept: those that were copied last
 */
export function openLinkCopy(folder: string, most: number): LinkCopy {
  const path = join(folder, COPY_FILE);
  try {
    return new SqliteLinkCopy(path, most);
  } catch {
    for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true });
    return new SqliteLinkCopy(path, most);
  }
}

class SqliteLinkCopy implements LinkCopy {
  readonly #db: DatabaseSync;
  readonly #most: number;
  readonly #get: StatementSync;
  readonly #put: StatementSync;
  readonly #forget: StatementSync;
  readonly #trim: StatementSync;

  constructor(path: string, most: number) {
    this.#most = most;
    this.#db = new DatabaseSync(path);
    // A copy that loses its last changes with the machine's power is mended by the next look at the database.
    this.#db.exec(`
      pragma journal_mode = wal;
      pragma synchronous = normal;
      create table if not exists links (number integer primary key, code text not null unique, target text not null)`);
    this.#get = this.#db.prepare('select target from links where code = ?');
    this.#put = this.#db.prepare(
      'insert into links (code, target) values (?, ?) on conflict (code) do update set target = excluded.target',
    );
    this.#forget = this.#db.prepare('delete from links where code = ?');
    this.#trim = this.#db.prepare(
      'delete from links where number <= (select number from links order by number desc limit 1 offset ?)',
    );
  }

  get(code: string): JumpTarget | undefined {
    const row = this.#get.get(code);
    return typeof row?.target === 'string' ? JSON.parse(row.target) : undefined;
  }

  put(targets: readonly JumpTarget[]): void {
    const rows = targets.map((target) => ({ code: target.jumpCode, text: JSON.stringify(target) }));
    // Each tap tells where its link leads, which the copy knows already; counting all that it has takes milliseconds.
    const others = rows.filter(({ code, text }) => this.#get.get(code)?.target !== text);
    if (others.length === 0) return;
    this.#together(() => {
      for (const { code, text } of others) this.#put.run(code, text);
      this.#trim.run(this.#most);
    });
  }

  forget(codes: readonly string[]): void {
    this.#together(() => {
      for (const code of codes) this.#forget.run(code);
    });
  }

  close(): void {
    this.#db.close();
  }

  #together(change: () => void): void {
    this.#db.exec('begin');
    try {
      change();
      this.#db.exec('commit');
    } catch (error) {
      this.#db.exec('rollback');
      throw error;
    }
  }
}
