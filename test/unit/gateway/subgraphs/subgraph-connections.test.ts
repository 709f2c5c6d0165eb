import { afterEach, describe, expect, test, vi } from 'vitest';
import { Mendable } from '../../../../gateway/errors/mendable.ts';
import { everywhere } from '../../../../gateway/settings/per-subgraph.ts';
import {
  type ConnectionOptions,
  type OpenSubgraphs,
  SubgraphConnections,
} from '../../../../gateway/subgraphs/subgraph-connections.ts';
import { utf8Text } from '../../../../gateway/utf8-text.ts';
import { startRawServer } from '../../../kit/subgraph.ts';

const options: ConnectionOptions = {
  propagateHeaders: [{ from: 'x-tenant', to: 'x-tenant', subgraph: undefined }],
  subgraphUrls: undefined,
  requestTimeout: 5000,
  subgraphTimeout: everywhere(5000),
  subgraphResponseLimit: 10_000,
  subgraphConnections: 4,
  subgraphRetries: everywhere(0),
  breaker: everywhere(true),
  breakerOpenFor: 1000,
  share: everywhere(true),
  compression: everywhere('off'),
  compressFrom: everywhere(0),
};
const watch = { onShared: () => undefined, onRetry: () => undefined, onBreaker: () => undefined };

const question = { subgraph: 's', body: utf8Text('{}'), kind: 'query', personal: false, fetches: [0] } as const;

function ask(subgraphs: OpenSubgraphs): Promise<unknown> {
  return subgraphs
    .askerFor({ requestId: 'r', headers: { 'x-tenant': 't' } })(question)
    .then(({ data }) => data);
}

describe('connections to subgraphs', () => {
  afterEach(() => void vi.useRealTimers());

  test('are refused to a subgraph whose URL holds credentials, in the supergraph or in the settings, and tell none of them', () => {
    const open = (own: string, url: string) => {
      const subgraphUrls = [['s', own]] as const;
      return new SubgraphConnections({ ...options, subgraphUrls }, watch).open(new Map([['s', url]]));
    };
    const plain = 'http://127.0.0.1:1/graphql';
    expect(() => open(plain, 'http://127.0.0.1:1')).not.toThrow();
    expect(() => open('http://someone:secret@127.0.0.1:1/graphql', plain)).toThrow(
      /^The URL of the subgraph s holds a user or a password(?!.*secret)/,
    );
    const connections = new SubgraphConnections(options, watch);
    expect(() => connections.open(new Map([['s', 'http://someone@127.0.0.1:1']]))).toThrow(Mendable);
  });

  test.each(['', 'localhost:4001/graphql', '/graphql', 'ftp://books.test/graphql', 'http://'])(
    'are refused to a subgraph whose URL is “%s”, unless the settings give another',
    (url) => {
      const urls = new Map([['books', url]]);
      const refused = () => new SubgraphConnections(options, watch).open(urls);
      expect(refused).toThrow(Mendable);
      expect(refused).toThrow(/^The subgraph books has/);
      const subgraphUrls = [['books', 'http://127.0.0.1:1/graphql']] as const;
      expect(() => new SubgraphConnections({ ...options, subgraphUrls }, watch).open(urls)).not.toThrow();
    },
  );

  test('are kept by supergraphs that follow each other, where name and URL stay', async () => {
    await using one = await startRawServer((_request, response) => response.end('{"data":1}'));
    await using other = await startRawServer((_request, response) => response.end('{"data":2}'));
    const connections = new SubgraphConnections(options, watch);
    const before = connections.open(
      new Map([
        ['s', one.origin],
        ['gone', one.origin],
      ]),
    );
    const same = connections.open(new Map([['s', one.origin]]));
    const moved = connections.open(
      new Map([
        ['s', other.origin],
        ['new', other.origin],
      ]),
    );
    expect(same.byName.get('s')).toBe(before.byName.get('s'));
    expect(moved.byName.get('s')).not.toBe(before.byName.get('s'));
    expect([...moved.byName.keys()]).toEqual(['s', 'new']);
    expect(await Promise.all([ask(before), ask(same), ask(moved)])).toEqual([1, 1, 2]);
    expect(one.seen[0]?.headers).toMatchObject({ 'x-tenant': 't', 'x-request-id': 'r' });
    await connections.destroy();
  });

  test('to a subgraph that vanished serve requests that began before, and are closed when none can be left', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    await using server = await startRawServer((_request, response) => response.end('{"data":1}'));
    const connections = new SubgraphConnections(options, watch);
    const before = connections.open(new Map([['s', server.origin]]));
    const again = connections.open(new Map([['s', server.origin]]));
    before.close();
    expect(await ask(before)).toBe(1);
    vi.advanceTimersByTime(5000);
    expect(await ask(again)).toBe(1);
    again.close();
    expect(await ask(again)).toBe(1);
    vi.advanceTimersByTime(5000);
    await expect(ask(again)).rejects.toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE' });
    await connections.destroy();
  });

  test('to a subgraph that was not opened are none', async () => {
    const connections = new SubgraphConnections(options, watch);
    await expect(ask(connections.open(new Map()))).rejects.toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE' });
    await connections.destroy();
  });
});
