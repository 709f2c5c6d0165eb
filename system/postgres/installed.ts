import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The oldest version that RedCat is written for. */
const OLDEST = 15;

/** Where a PostgreSQL's programs are. */
export interface InstalledPostgres {
  readonly bin: string;
  /** Its major version. */
  readonly version: number;
}

/**
 * The newest PostgreSQL from version 15 on: on the path, or where Debian puts it. Undefined where none is.
 * @param path folders of programs, as the variable PATH has them
 */
export function newestPostgres(path: string | undefined): InstalledPostgres | undefined {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian) : [];
  const folders = [...(path ?? '').split(delimiter), ...versions.map((name) => join(debian, name, 'bin'))];
  const [newest] = folders
    .filter((bin) => existsSync(join(bin, 'initdb')) && existsSync(join(bin, 'postgres')))
    .map((bin) => ({ bin, version: majorVersion(join(bin, 'postgres')) }))
    .filter(({ version }) => version >= OLDEST)
    .sort((a, b) => b.version - a.version);
  return newest;
}

function majorVersion(postgres: string): number {
  return Number(/ (\d+)/.exec(execFileSync(postgres, ['--version'], { encoding: 'utf8' }))?.[1]);
}

/** Whom PostgreSQL runs as: it refuses to be root, and then runs as its own user where there is one, else as `nobody`. */
export function postgresUser(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const user = ['postgres', 'nobody'].map((name) => users.find((fields) => fields[0] === name)).find(Boolean);
  if (!user) throw new Error('There is neither a user `postgres` nor `nobody`, and PostgreSQL does not run as root.');
  return { uid: Number(user[2]), gid: Number(user[3]) };
}
