import { afterAll, beforeAll, expect, test } from 'vitest';
import { by, type Plain, type PlainAnswer, startPlain } from '../kit/plain.ts';

let plain: Plain;
let known: string;

beforeAll(async () => {
  plain = await startPlain();
  known = (await plain.ask('BookPage?id=1')).headers.get('etag') ?? '';
});

afterAll(() => plain[Symbol.asyncDispose]());

/** What of an answer is the same each time. */
function lasting({ status, headers, text }: PlainAnswer) {
  const id = headers.get('x-request-id') ?? '';
  // Fastify names a type of the nothing that is a 304's body, and its length.
  const changing = new Set(['date', ...(status === 304 ? ['content-type', 'content-length'] : [])]);
  const named = [...headers].filter(([name]) => !changing.has(name));
  const told = named.map(([name, value]) => [name, value.replaceAll(id, 'ID').replaceAll(/r=\d+;t=\d+/g, 'LEFT')]);
  return { status, headers: told.sort(), text: text.replaceAll(id, 'ID') };
}

test.each([
  ['BookPage?id=1', ''],
  ['BookPage?id=%31', 'partner'],
  ['BookPage?variables={"id":"1"}', ''],
  ['BookPage?id=1', 'conditional'],
  ['BookPage?id=1', 'limited'],
  ['Sales?id=1', 'partner'],
  ['Sales?id=1', 'seller'],
  ['Shelf?first=1&filter.tags=NOVEL&filter.tags=ESSAY', ''],
  ['Shelf?first=1', 'limited'],
  ['BookPage', ''],
  ['BookPage?id=1&id=2&other=%ZZ', ''],
  ['BookAdd?title=x', 'partner'],
  ['Unknown', ''],
  ['constructor', ''],
  ['BookPage?id=1', 'wrong'],
])('a plain GET is answered as one that a framework reads: %s (%s)', async (path, who) => {
  const key = who === 'wrong' ? 'rck_none' : (plain.keys as Record<string, string>)[who];
  const more = who === 'conditional' ? { 'if-none-match': known } : undefined;
  const [short, long] = [
    await plain.ask(path, by(key, { accept: 'application/json', ...more })),
    await plain.ask(path, by(key, { accept: 'application/json;q=1', ...more })),
  ];
  expect(lasting(short)).toEqual(lasting(long));
});
