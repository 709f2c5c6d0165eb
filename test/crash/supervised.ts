import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

/** A server that is started again whenever it ends, as a service manager does. */
export interface Supervised {
  readonly name: string;
  /** Kills it as `kill -9` does; false where it does not run at the moment. */
  kill(): boolean;
  /** Done when it listens. */
  listening(): Promise<void>;
  /** Ends it and lets it be; `run` starts it again. */
  rest(): Promise<void>;
  run(): void;
}

const RESTART_AFTER_MS = 100;

/**
 * Runs a script of this repository.
 * @param said is given what it writes to its error stream
 */
export function supervise(
  name: string,
  script: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  said: (text: string) => void,
): Supervised {
  let child: ChildProcess | undefined;
  let wanted = false;
  let listens = false;

  function start() {
    const started = fork(script, args, { env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
    child = started;
    started.stdout?.on('data', (chunk) => said(`${name}: ${chunk}`));
    started.stderr?.on('data', (chunk) => said(`${name}: ${chunk}`));
    started.once('message', () => {
      listens = true;
    });
    started.once('exit', async () => {
      listens = false;
      child = undefined;
      await sleep(RESTART_AFTER_MS);
      if (wanted && !child) start();
    });
  }

  return {
    name,
    kill: () => child?.kill('SIGKILL') ?? false,
    async listening() {
      while (!listens) await sleep(20);
    },
    async rest() {
      wanted = false;
      if (!child) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
    run() {
      wanted = true;
      if (!child) start();
    },
  };
}
