import type { FastifyRequest } from 'fastify';
import { expect, test } from 'vitest';
import { refuseEncodedBody } from '../../../../../gateway/doors/graphql/body-encoding.ts';

const refuse = (headers: Record<string, string>) => () => refuseEncodedBody({ headers } as unknown as FastifyRequest);

test.each([
  'application/json',
  'application/json; charset=utf-8',
  'application/json;charset=UTF-8',
  'application/json; charset="utf-8"',
  'application/json; Charset="UTF\\-8"; profile=x',
  'application/json; charset=utf8 ',
  'application/json; profile="; charset=x"',
  'multipart/mixed; boundary=charset',
])('a body of %s is read', (type) => expect(refuse({ 'content-type': type })).not.toThrow());

test.each([
  'application/json; charset=utf-16',
  'application/json; charset="utf-16"',
  'application/json;CHARSET=ISO-8859-1',
  'application/json; charset=',
  'application/json; charset=""',
  'application/json; charset=utf-8; charset=utf-16',
  'application/json; profile=x;charset=utf-32 ; more=y',
])('a body of %s is refused', (type) =>
  expect(refuse({ 'content-type': type })).toThrow(expect.objectContaining({ statusCode: 415 })),
);

test('a compressed body is refused', () => {
  expect(refuse({ 'content-encoding': 'gzip' })).toThrow(expect.objectContaining({ statusCode: 415 }));
});
