import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/**
 * The project's own TypeScript files, as git knows them (those not committed yet included), relative to the current folder. A check
 * compares it with what its tool saw: a tool that sees nothing must not say that all is well.
 * @throws when the current folder is no git work tree, or has no such file
 */
export function sourceFiles(): string[] {
  const list = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '*.ts'], {
    encoding: 'utf8',
  });
  const files = list.split('\0').filter((file) => file !== '' && existsSync(file));
  if (files.length === 0) throw new Error('git lists no TypeScript file here: is this the root of the project?');
  return files;
}
