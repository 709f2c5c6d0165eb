import { HeaderMap, type HTTPGraphQLRequest } from '@apollo/server';
import type { FastifyRequest } from 'fastify';
import { bodyOfQuery } from '../live/event-source.ts';
import { type MediaRange, mediaRanges } from '../media-ranges.ts';

/** What answers in JSON may be, and the media ranges in which they are, the most specific last. */
const JSON_TYPES = ['application/json', 'application/graphql-response+json'];
const JSON_RANGES = ['*/*', 'application/*'];
/** Whether an `accept` header without parameters has such a range. */
const TAKES_JSON = /\b(application\/(json|graphql-response\+json|\*))|\*\/\*/i;
/** One that names JSON and doesn't refuse it: most do, and need no further reading. */
const NAMES_JSON = /(^|,)\s*application\/(graphql-response\+)?json\s*(;\s*q=(1|0\.[1-9])\s*)?(,|$)/i;
/** The headers that Apollo Server reads. */
const READ = ['accept', 'content-type', 'apollo-require-preflight', 'x-apollo-operation-name'];

function headerMap({ headers }: FastifyRequest): HeaderMap {
  const map = new HeaderMap();
  for (const name of READ) {
    const value = headers[name];
    if (value) map.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  // Whoever takes nothing of what there is gets JSON all the same: what was asked for is done by then.
  if (headers.accept && !takesJson(headers.accept)) map.set('accept', 'application/json');
  return map;
}

/** Whether a client takes an answer in JSON: some clients name every format that they know, at each request. */
export function takesJson(accept: string | undefined): boolean {
  if (accept === undefined || !accept.includes(';')) return accept === undefined || TAKES_JSON.test(accept);
  if (NAMES_JSON.test(accept)) return true;
  const ranges = mediaRanges(accept).filter(isOfJson);
  return JSON_TYPES.some((type) => {
    const told = [...JSON_RANGES, type].flatMap((name) => ranges.find((range) => range.type === name) ?? []);
    return (told.at(-1)?.quality ?? 0) > 0;
  });
}

/** Whether all that a range says beside the type is true of our JSON. */
function isOfJson({ parameters }: MediaRange): boolean {
  return [...parameters].every(
    ([name, value]) => name === 'q' || (name === 'charset' && value.toLowerCase() === 'utf-8'),
  );
}

/** The query of a request's URL, with its question mark. */
export function searchOf({ url }: FastifyRequest): string {
  const start = url.indexOf('?');
  return start < 0 ? '' : url.slice(start);
}

/**
 * A request as Apollo Server takes it.
 * @param isEvents whether an event stream was asked for: pages ask so by GET for subscriptions, too, and without headers of their own;
 * their origin is looked at instead
 */
export function apolloRequest(request: FastifyRequest, isEvents: boolean): HTTPGraphQLRequest {
  const headers = headerMap(request);
  const search = searchOf(request);
  if (!isEvents || request.method !== 'GET') return { method: request.method, headers, search, body: request.body };
  headers.set('content-type', 'application/json');
  return { method: 'POST', headers, search: '', body: bodyOfQuery(request) };
}
