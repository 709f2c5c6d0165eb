import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import type { AnswerInParts, IncrementalFormat } from './answer-parts.ts';
import { multipartBody, multipartType } from './multipart.ts';

/** Answers in parts; each leaves as soon as it is known, and where the client leaves, the rest is left. */
export function inParts(reply: FastifyReply, format: IncrementalFormat, answer: AnswerInParts): FastifyReply {
  reply.header('content-type', multipartType(format)).removeHeader('content-length');
  return reply.send(Readable.from(multipartBody(answer, format), { objectMode: false }));
}
