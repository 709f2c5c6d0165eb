import { expect, test } from 'vitest';
import {
  routeUrl,
  type SubscriptionRoute,
  subscriptionRoute,
} from '../../../../../gateway/subgraphs/upstreams/route.ts';

function target(text: string, url = 'http://shop.example:4002/graphql'): string {
  return routeUrl(subscriptionRoute.parse(text) as Exclude<SubscriptionRoute, 'off'>, new URL(url));
}

test('a route leads to the subgraph’s URL, to another path, or elsewhere, by the protocol’s scheme', () => {
  expect(target('ws')).toBe('ws://shop.example:4002/graphql');
  expect(target('ws', 'https://shop.example/graphql')).toBe('wss://shop.example/graphql');
  expect(target('ws:/live')).toBe('ws://shop.example:4002/live');
  expect(target('ws:wss://live.example/x?y=1')).toBe('wss://live.example/x?y=1');
  expect(target('sse')).toBe('http://shop.example:4002/graphql');
  expect(target('sse:/stream')).toBe('http://shop.example:4002/stream');
  expect(target('sse:https://live.example/stream')).toBe('https://live.example/stream');
  expect(subscriptionRoute.parse('off')).toBe('off');
});

test('what is no route is refused', () => {
  for (const text of ['', 'on', 'ws:', 'ws:live', 'sse:ftp://x/', 'ws://host/path', 'off:/x']) {
    expect(subscriptionRoute.safeParse(text).success, text).toBe(false);
  }
});
