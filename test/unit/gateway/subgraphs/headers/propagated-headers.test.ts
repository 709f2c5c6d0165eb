import { describe, expect, test } from 'vitest';
import { propagated } from '../../../../../gateway/subgraphs/headers/propagated-headers.ts';

const TRACE = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';

describe('the headers that go on', () => {
  test('are those that rules name, under the names that they give', () => {
    const passed = propagated([
      { from: 'x-tenant', to: 'x-upstream' },
      { from: 'accept-language', to: 'accept-language' },
      { from: 'x-absent', to: 'x-absent' },
    ]);
    const headers = { 'x-tenant': 't', 'accept-language': 'zh', cookie: 'c', authorization: 'a', host: 'h' };
    expect(passed(headers)).toEqual({ 'x-upstream': 't', 'accept-language': 'zh' });
    expect(propagated([])(headers)).toEqual({});
  });

  test('leave out what a client means for its connection alone', () => {
    const pass = propagated([{ from: 'x-a', to: 'x-a' }]);
    expect(pass({ 'x-a': '1', connection: 'close, X-A' })).toEqual({});
    expect(pass({ 'x-a': '1', connection: 'keep-alive' })).toEqual({ 'x-a': '1' });
  });

  test('join the lines of one header', () => {
    expect(propagated([{ from: 'a', to: 'a' }])({ a: ['1', '2'] })).toEqual({ a: '1, 2' });
  });

  test.each(['a\r\nx: y', 'a\0', 'café → 小'])('leave out %j, which no header may hold', (value) => {
    expect(propagated([{ from: 'a', to: 'a' }])({ a: value })).toEqual({});
  });

  test('are the trace’s context, too, where it is one', () => {
    const pass = propagated([]);
    expect(pass({ traceparent: TRACE, tracestate: 'a=b' })).toEqual({ traceparent: TRACE, tracestate: 'a=b' });
    expect(pass({ traceparent: TRACE })).toEqual({ traceparent: TRACE });
    expect(pass({ tracestate: 'a=b' })).toEqual({});
    expect(pass({ traceparent: TRACE.replace('0af7', 'xxxx'), tracestate: 'a=b' })).toEqual({});
    expect(pass({ traceparent: TRACE.replace(/0af\w+/, '0'.repeat(32)) })).toEqual({});
  });
});
