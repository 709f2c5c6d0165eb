import { describe, expect, test } from 'vitest';
import { checkSubgraphNames, configTable, type Environment, readConfig } from '../../../gateway/config.ts';
import { SettingsError } from '../../../settings/settings.ts';

const read = (env: Environment) => readConfig({}, env);

describe('readConfig', () => {
  test('has a default for every setting but the URLs of subgraphs', () => {
    const config = read({});
    expect(config).toMatchObject({
      host: '127.0.0.1',
      port: 4000,
      supergraph: 'schema/supergraph.graphql',
      logLevel: 'info',
    });
    expect(config.forward).toEqual([
      ['/l/', 'commerce'],
      ['/events', 'commerce'],
      ['/feed/conversions', 'commerce'],
    ]);
    expect(config.forwardIsDefault).toBe(true);
    expect(config.subgraphUrls).toBeUndefined();
  });

  test('lets the command line win over the environment', () => {
    expect(readConfig({ GATEWAY_SUPERGRAPH: 'a' }, { GATEWAY_SUPERGRAPH: 'b' }).supergraph).toBe('a');
  });

  test('refuses a variable that it does not know, with the nearest that it does', () => {
    expect(() => read({ GATEWAY_SUBGRAPH_TIMEOUT: '1' })).toThrow(
      'GATEWAY_SUBGRAPH_TIMEOUT is unknown; did you mean GATEWAY_SUBGRAPH_TIMEOUT_MS?',
    );
  });

  test.each(['0.0.0.0', '::', '192.168.1.2', 'example.test', '127.999.1.1', '127.0.0.256', '127.0.0.1.example.test'])(
    'refuses to listen on %s',
    (host) => {
      expect(() => read({ HOST: host })).toThrow(/HOST=.*must be a loopback address.*credentials/);
    },
  );

  test.each(['127.0.0.1', '127.1.2.3', '127.255.249.100', '::1', 'localhost'])('listens on %s', (host) => {
    expect(read({ HOST: host }).host).toBe(host);
  });

  test('tells every wrong value at once', () => {
    const wrong = {
      PORT: '70000',
      GATEWAY_INTROSPECTION: 'yes',
      GATEWAY_SUBGRAPH_URLS: 'content',
      GATEWAY_FORWARD: 'l=commerce',
    };
    for (const name of Object.keys(wrong)) expect(() => read(wrong)).toThrow(name);
  });

  test('reads URLs of subgraphs, which may hold an equals sign', () => {
    const text = 'content=http://127.0.0.1:5001/graphql?a=b, commerce=https://b.test';
    expect(read({ GATEWAY_SUBGRAPH_URLS: text }).subgraphUrls).toEqual([
      ['content', 'http://127.0.0.1:5001/graphql?a=b'],
      ['commerce', 'https://b.test'],
    ]);
  });

  test.each([
    ['GATEWAY_SUBGRAPH_URLS', 'content=http://:::', 'must read like'],
    ['GATEWAY_SUBGRAPH_URLS', 'a=http://a.test,a=http://b.test', 'names a more than once'],
    ['GATEWAY_FORWARD', '/a*b=commerce', 'must read like'],
    ['GATEWAY_FORWARD', '/:a=commerce', 'must read like'],
    ['GATEWAY_FORWARD', '/l/=commerce,/l/=content', 'names /l more than once'],
    ['GATEWAY_FORWARD', '/l=commerce,/l/=content', 'names /l more than once'],
    ['GATEWAY_FORWARD', '/graphql=content', 'can’t be one of /graphql'],
  ])('refuses %s=%s, and says why', (name, value, why) => {
    expect(() => read({ [name]: value })).toThrow(SettingsError);
    expect(() => read({ [name]: value })).toThrow(why);
  });

  test('forwards what it is told, or nothing', () => {
    expect(read({ GATEWAY_FORWARD: '/l/=a,/events=b' })).toMatchObject({
      forward: [
        ['/l/', 'a'],
        ['/events', 'b'],
      ],
      forwardIsDefault: false,
    });
    expect(read({ GATEWAY_FORWARD: 'none' }).forward).toEqual([]);
  });
});

test('checkSubgraphNames tells the wrong name and those there are', () => {
  expect(() => checkSubgraphNames('forward', ['a'], ['a', 'b'])).not.toThrow();
  expect(() => checkSubgraphNames('forward', ['c'], ['a', 'b'])).toThrow(
    'GATEWAY_FORWARD names c; the supergraph has a and b',
  );
});

test('configTable has a row for each setting, with its default and what it means', () => {
  const rows = configTable().split('\n').slice(2);
  for (const row of rows) expect(row).toMatch(/^\| `(PORT|HOST|GATEWAY_[A-Z_]+)` \| (`.+`)? \| .+\. \|$/);
  expect(configTable()).toContain('| `PORT` | `4000` | ');
});
