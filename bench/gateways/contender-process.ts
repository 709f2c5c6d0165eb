import { type ChildProcess, spawn } from 'node:child_process';
import { on, once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { onGatewayCore } from './cores.ts';
import { type Shot, shoot } from './load.ts';
import type { Request, Usage } from './report-usage.ts';

const START_SECONDS = 30;
const END_MS = 5000;

/** How a gateway is started: a script for Node with its arguments, and its environment. */
export interface Launch {
  readonly script: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** A gateway that runs as a process of its own. */
export class ContenderProcess {
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess) {
    this.#child = child;
  }

  /** Starts it on its core, where it can be bound to one, and waits until it answers. */
  static async start(launch: Launch, shot: Shot, pinned: boolean): Promise<ContenderProcess> {
    const node = [process.execPath, '--import', './bench/gateways/report-usage.ts'];
    const command = [...node, launch.script, ...launch.args];
    const [program = '', ...args] = pinned ? onGatewayCore(command) : command;
    const env = { ...process.env, NODE_ENV: 'production', APOLLO_TELEMETRY_DISABLED: '1', ...launch.env };
    const child = spawn(program, args, { env, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    const contender = new ContenderProcess(child);
    try {
      await contender.#untilItAnswers(shot);
      return contender;
    } catch (error) {
      await contender.stop();
      throw error;
    }
  }

  /** Asks it something. @returns what it has used since its start */
  async ask(request: Request): Promise<Usage> {
    this.#child.send(request);
    for await (const [message] of on(this.#child, 'message', { close: ['exit'] })) {
      if (typeof message === 'object' && message !== null && 'usage' in message) return message.usage as Usage;
    }
    throw new Error('It ended under load; the reason stands above.');
  }

  async stop(): Promise<void> {
    if (this.#hasEnded()) return;
    const ended = once(this.#child, 'exit');
    this.#child.kill('SIGTERM');
    const kill = setTimeout(() => this.#child.kill('SIGKILL'), END_MS);
    await ended;
    clearTimeout(kill);
  }

  #hasEnded(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  async #untilItAnswers(shot: Shot): Promise<void> {
    const giveUpAt = Date.now() + START_SECONDS * 1000;
    for (;;) {
      try {
        await shoot(shot);
        return;
      } catch (error) {
        if (this.#hasEnded()) throw new Error('It ended while starting; the reason stands above.', { cause: error });
        if (Date.now() > giveUpAt) throw new Error(`No answer within ${START_SECONDS} s`, { cause: error });
      }
      await sleep(100);
    }
  }
}
