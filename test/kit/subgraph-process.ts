import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A subgraph’s process, with all that it wrote. */
export interface SubgraphProcess extends AsyncDisposable {
  readonly child: ChildProcess;
  readonly output: () => string;
  /** Its exit code, when it has ended. */
  readonly ended: Promise<number | null>;
  /** The origin at which it listens. */
  listening(): Promise<string>;
}

/** Runs a subgraph’s `main.ts` on a free port, with these settings and a data folder of its own; disposing kills it. */
export function runSubgraph(
  name: 'content' | 'commerce',
  env: Record<string, string>,
  args: readonly string[] = [],
): SubgraphProcess {
  const folder = mkdtempSync(join(tmpdir(), `redcat-${name}-`));
  const prefix = name.toUpperCase();
  const own = { [`${prefix}_PORT`]: '0', [`${prefix}_DATA_FOLDER`]: folder };
  const child = spawn(process.execPath, [`subgraphs/${name}/main.ts`, ...args], {
    env: { PATH: process.env.PATH, NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE, ...own, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk;
    });
  }
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  return {
    child,
    output: () => output,
    ended,
    async listening() {
      for (;;) {
        const origin = /listening at (http:\/\/[\d.:]+)/.exec(output)?.[1];
        if (origin) return origin;
        if (child.exitCode !== null) throw new Error(output);
        await sleep(20);
      }
    },
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL');
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}
