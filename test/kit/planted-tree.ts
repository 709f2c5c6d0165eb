import { execFile, execFileSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** What `npm run check -- NAME` gave. */
export interface CheckResult {
  readonly status: number;
  readonly output: string;
}

/** A copy of the project in a temporary folder, to plant a fault in and to check. */
export class PlantedTree {
  readonly folder = mkdtempSync(join(tmpdir(), 'redcat-check-'));

  constructor() {
    const list = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
      encoding: 'utf8',
    });
    for (const file of list.split('\0').filter((path) => path !== '' && existsSync(path))) {
      mkdirSync(dirname(join(this.folder, file)), { recursive: true });
      cpSync(file, join(this.folder, file));
    }
    symlinkSync(resolve('node_modules'), join(this.folder, 'node_modules'));
    execFileSync('git', ['init', '--quiet', this.folder]);
  }

  /** Writes a file, over what is there. */
  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), text);
  }

  /** Adds to the end of a file that is there. */
  append(path: string, text: string): void {
    this.read(path);
    appendFileSync(join(this.folder, path), text);
  }

  read(path: string): string {
    return readFileSync(join(this.folder, path), 'utf8');
  }

  /** Changes a JSON file. */
  edit(path: string, change: (content: Record<string, Record<string, unknown>>) => void): void {
    const content = JSON.parse(this.read(path));
    change(content);
    this.write(path, `${JSON.stringify(content, null, 2)}\n`);
  }

  /** Runs one check as a person would. */
  check(...names: string[]): Promise<CheckResult> {
    const { promise, resolve: done } = Promise.withResolvers<CheckResult>();
    const child = execFile(
      process.execPath,
      ['checks/run.ts', ...names],
      { cwd: this.folder },
      (_error, stdout, stderr) => done({ status: child.exitCode ?? -1, output: stdout + stderr }),
    );
    return promise;
  }

  [Symbol.dispose](): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
