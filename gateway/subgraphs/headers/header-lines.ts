import { errors } from 'undici';
import { isOfMessage } from './header-rules.ts';

/** https://www.rfc-editor.org/rfc/rfc9110#section-5.5 */
const NAME = /^[!#$%&'*+.^`|~\w-]+$/;
const VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;

/**
 * Lines of the headers that go on, as HTTP/1.1 has them. Whoever hands on all that a client sent must not have that client say where the
 * request to the subgraph ends: what belongs to the client's message stays here.
 * @throws {errors.InvalidArgumentError} for what HTTP does not allow in a header
 */
export function headerLines(headers: Readonly<Record<string, string>>): string {
  let lines = '';
  for (const name in headers) {
    const value = headers[name] ?? '';
    if (!NAME.test(name) || !VALUE.test(value)) throw new errors.InvalidArgumentError(`${name} is no valid header`);
    if (!isOfMessage(name.toLowerCase())) lines += headerLine(name, value);
  }
  return lines;
}

/** One line. Name and value are known to be allowed. */
export function headerLine(name: string, value: string): string {
  return `${name}: ${value}\r\n`;
}
