import type { HeaderRule } from './header-rules.ts';

/** A request's headers as Node gives them: names in lower case. */
export type ClientHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Gives the headers that one request passes on, names in lower case. */
export type Propagation = (headers: ClientHeaders) => Record<string, string>;

/** https://www.rfc-editor.org/rfc/rfc9110#section-5.5 */
const VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;
/** https://www.w3.org/TR/trace-context/#traceparent-header-field-values */
const TRACEPARENT = /^(?!ff)[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(-.*)?$/;

/**
 * Compiles which of a client's headers go on, and under which name. Trace context always goes on where it is one.
 * A value that HTTP does not allow stays here.
 */
export function propagated(rules: readonly Pick<HeaderRule, 'from' | 'to'>[]): Propagation {
  return (headers) => {
    const passed: Record<string, string> = {};
    const ofConnection = connectionOptions(headers.connection);
    for (const { from, to } of rules) {
      const value = textOf(headers[from]);
      if (value !== undefined && VALUE.test(value) && !ofConnection?.includes(from)) passed[to] = value;
    }
    const { traceparent, tracestate } = headers;
    if (typeof traceparent === 'string' && TRACEPARENT.test(traceparent)) {
      passed.traceparent = traceparent;
      const state = textOf(tracestate);
      if (state !== undefined && VALUE.test(state)) passed.tracestate = state;
    }
    return passed;
  };
}

/** The headers that a client means for this connection alone. https://www.rfc-editor.org/rfc/rfc9110#section-7.6.1 */
function connectionOptions(value: ClientHeaders[string]): readonly string[] | undefined {
  if (value === undefined || value === 'keep-alive' || value === 'close') return undefined;
  return textOf(value)
    ?.toLowerCase()
    .split(/[\s,]+/);
}

/** Lines of one header mean the same as one line with commas. https://www.rfc-editor.org/rfc/rfc9110#section-5.3 */
function textOf(value: string | readonly string[] | undefined): string | undefined {
  return value === undefined || typeof value === 'string' ? value : value.join(', ');
}
