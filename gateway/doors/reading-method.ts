import type { FastifyRequest } from 'fastify';

/** Whether a request has a method by which nothing is changed, and whose parameters stand in its URL. */
export function isReading({ method }: FastifyRequest): boolean {
  return method === 'GET' || method === 'HEAD';
}
