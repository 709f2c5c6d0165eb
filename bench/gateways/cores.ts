import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';

/** The core that gateways run on, alone. */
const GATEWAY_CORE = 0;

/** Whether processes can be bound to cores here. */
export function canPin(): boolean {
  return availableParallelism() > 1 && spawnSync('taskset', ['--version']).status === 0;
}

/** Keeps this process, and those it starts, off the gateways' core. */
export function stepAside(): void {
  const others = Array.from({ length: availableParallelism() - 1 }, (_, index) => index + 1).join(',');
  const { status, stderr } = spawnSync('taskset', ['-a', '-c', '-p', others, String(process.pid)]);
  if (status !== 0) throw new Error(`taskset failed: ${stderr}`);
}

/** A command that runs on the gateways' core. */
export function onGatewayCore(command: readonly string[]): string[] {
  return ['taskset', '-c', String(GATEWAY_CORE), ...command];
}
