import type { FastifyRequest } from 'fastify';

/** The body is written in a way that is not read. */
class BodyEncoded extends Error {
  readonly statusCode = 415;
}

/** A parameter of a media type. https://www.rfc-editor.org/rfc/rfc9110#name-parameters */
const PARAMETER = /;\s*([^\s=;]*)=(?:"((?:[^"\\]|\\.)*)"|([^;]*))/g;

/**
 * Refuses bodies that are compressed, or in another encoding than UTF-8, which JSON between systems is in.
 * https://www.rfc-editor.org/rfc/rfc8259#section-8.1
 * @throws {BodyEncoded}
 */
export function refuseEncodedBody({ headers }: FastifyRequest): void {
  if ((headers['content-encoding'] ?? 'identity') !== 'identity') {
    throw new BodyEncoded('Bodies with a content-encoding are not read: send it as it is.');
  }
  const type = headers['content-type'];
  if (type?.includes(';') && !isUtf8(type)) {
    throw new BodyEncoded('Bodies are read as UTF-8 alone: send it in that, with no other charset in `content-type`.');
  }
}

function isUtf8(type: string): boolean {
  return [...type.matchAll(PARAMETER)].every(([, name = '', quoted, plain = '']) => {
    const value = quoted === undefined ? plain.trim() : quoted.replace(/\\(.)/g, '$1');
    return name.toLowerCase() !== 'charset' || /^utf-?8$/i.test(value);
  });
}
