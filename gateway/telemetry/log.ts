import { type Logger, pino } from 'pino';

/** Structured logs: JSON lines on standard output. */
export type Log = Logger;

/**
 * Nothing of a request's headers, variables or addresses is logged; fields here are what the gateway itself knows.
 * @param level least level logged
 */
export function createLog(level: string): Log {
  return pino({ level, name: 'gateway' });
}
