import { describe, expect, test } from 'vitest';
import { headerRules } from '../../../../../gateway/subgraphs/headers/header-rules.ts';

const read = (text: string) => headerRules.parse(text);

describe('rules for headers', () => {
  test('read a name, another name for it, and a subgraph', () => {
    expect(read('X-RedCat-Viewer, x-tenant=X-Upstream, content:accept-language, content:a=b')).toEqual([
      { from: 'x-redcat-viewer', to: 'x-redcat-viewer', subgraph: undefined },
      { from: 'x-tenant', to: 'x-upstream', subgraph: undefined },
      { from: 'accept-language', to: 'accept-language', subgraph: 'content' },
      { from: 'a', to: 'b', subgraph: 'content' },
    ]);
    expect(read('none')).toEqual([]);
  });

  test('pass cookies and credentials on where they are named', () => {
    expect(read('cookie,authorization').map(({ to }) => to)).toEqual(['cookie', 'authorization']);
  });

  test.each([
    'connection',
    'host',
    'Transfer-Encoding',
    'content-type',
    'content-length',
    'content-encoding',
    'accept-encoding',
    'x-request-id',
    'traceparent',
    'x-redcat-claims',
    'x-tenant=host',
    'x-tenant=x-redcat-claims',
    'a b',
    'é',
    '',
    'a,,b',
  ])('refuse %j', (text) => {
    expect(() => read(text)).toThrow('can’t be passed on');
  });

  test.each(['a,a', 'a=c,b=c', 'a,content:b=a', 'content:a,content:a'])(
    'refuse %s, which says one header twice',
    (text) => {
      expect(() => read(text)).toThrow('more than once');
    },
  );

  test('may tell two subgraphs one header', () => {
    expect(read('content:a,commerce:a')).toHaveLength(2);
  });
});
