import { z } from 'zod';

/** One header of a client's that subgraphs are told. */
export interface HeaderRule {
  /** The client's name of it, in lower case. */
  readonly from: string;
  /** The name under which it is told, in lower case. */
  readonly to: string;
  /** The only subgraph that is told; undefined for all. */
  readonly subgraph: string | undefined;
}

/** https://www.rfc-editor.org/rfc/rfc9110#section-5.6.2 */
const TOKEN = /^[a-z0-9!#$%&'*+.^_`|~-]+$/;

/** What belongs to one connection or one message. */
const OF_MESSAGE = new Set([
  'accept',
  'accept-encoding',
  'connection',
  'expect',
  'host',
  'keep-alive',
  'http2-settings',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);
/** What the gateway says itself. */
const OWN = new Set(['traceparent', 'tracestate', 'x-request-id']);

/** Whether a header says something of one connection or one message, and nothing of another. @param name in lower case */
export function isOfMessage(name: string): boolean {
  return OF_MESSAGE.has(name) || name.startsWith('content-');
}

/**
 * Reads `name`, `name=name-for-subgraphs` and `subgraph:name`, separated by commas; `none` for none. Nothing else reaches a
 * subgraph, so that cookies and credentials go on only where they are named.
 */
export const headerRules: z.ZodType<readonly HeaderRule[], string> = z.string().transform((text, context) => {
  if (text === 'none') return [];
  const rules = text.split(',').map((entry) => ruleOf(entry.trim()));
  for (const [index, { from, to, subgraph }] of rules.entries()) {
    const wrong = [from, to].find((name) => !mayBePassed(name));
    const same = (other: HeaderRule) =>
      other.to === to && (other.subgraph === undefined || subgraph === undefined || other.subgraph === subgraph);
    if (wrong !== undefined)
      context.addIssue({
        code: 'custom',
        message: `${wrong || 'nothing'} can’t be passed on; must read like accept-language,x-trace=x-trace-id,content:x-user`,
      });
    else if (rules.findIndex(same) < index) context.addIssue({ code: 'custom', message: `says ${to} more than once` });
  }
  return rules;
});

function ruleOf(entry: string): HeaderRule {
  const [, subgraph, names = ''] = /^(?:([^:]*):)?(.*)$/s.exec(entry) ?? [];
  const [from = '', to = from] = names.split('=').map((name) => name.trim().toLowerCase());
  return { from, to, subgraph };
}

function mayBePassed(name: string): boolean {
  // Claims about the caller are the gateway's own to make, but for the viewer, which proves nothing.
  const claim = name.startsWith('x-redcat-') && name !== 'x-redcat-viewer';
  return TOKEN.test(name) && !OWN.has(name) && !isOfMessage(name) && !claim;
}
