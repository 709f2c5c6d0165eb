import { freePort } from './free-port.ts';
import type { ServerName } from './launch.ts';

/** A port for each server that is free now. */
export async function freePorts(): Promise<Record<ServerName, number>> {
  return { gateway: await freePort(), content: await freePort(), commerce: await freePort() };
}
