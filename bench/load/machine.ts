import { cpus } from 'node:os';

/** What something was measured on. */
export function machine() {
  return { cpu: cpus()[0]?.model, cores: cpus().length, node: process.version };
}
