import type { DoorRequest } from './door-exchange.ts';

/** Whether a request has a method by which nothing is changed, and whose parameters stand in its URL. */
export function isReading({ method }: Pick<DoorRequest, 'method'>): boolean {
  return method === 'GET' || method === 'HEAD';
}
