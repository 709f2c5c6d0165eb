import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { Environment } from '../../gateway/config.ts';

/** A gateway in a process of its own. */
export interface GatewayProcess extends AsyncDisposable {
  readonly url: string;
  readonly child: ChildProcess;
  /** Its status when it has ended; null where a signal ended it. */
  readonly ended: Promise<number | null>;
  /** What it has written to standard error. */
  said(): string;
}

/**
 * Starts `gateway/cli.ts start`, and waits until it listens.
 * @param flags of Node, before the script
 * @throws with what it said where it ends instead
 */
export async function startGatewayProcess(env: Environment, flags: readonly string[] = []): Promise<GatewayProcess> {
  const child = spawn(process.execPath, [...flags, resolve('gateway/cli.ts'), 'start'], {
    env: { ...process.env, ...env, GATEWAY_LOG_LEVEL: 'info' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit').then(([status]) => status as number | null);
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk;
  });
  const { promise: url, resolve: listens, reject } = Promise.withResolvers<string>();
  createInterface(child.stdout).on('line', (line) => {
    const listening = /Server listening at (http:[^"]+)/.exec(line)?.[1];
    if (listening) listens(listening);
  });
  void ended.then((status) => reject(new Error(`ended with ${status}: ${said}`)));
  return {
    url: await url,
    child,
    ended,
    said: () => said,
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** What a command line gave. */
export interface CliResult {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `gateway/cli.ts` to its end. */
export async function gatewayCli(
  args: readonly string[],
  options: { cwd?: string; env?: Environment } = {},
): Promise<CliResult> {
  const child = spawn(process.execPath, [resolve('gateway/cli.ts'), ...args], {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => {
    output.stdout += chunk;
  });
  child.stderr.on('data', (chunk: Buffer) => {
    output.stderr += chunk;
  });
  const [status] = (await once(child, 'close')) as [number | null];
  return { status, ...output };
}
