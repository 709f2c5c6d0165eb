import { fork } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Agent, request } from 'undici';
import { describe, expect, test } from 'vitest';
import { librarySupergraph, settings } from '../kit/gateway.ts';
import { startGatewayProcess } from '../kit/gateway-process.ts';
import { booksParts } from '../kit/library.ts';
import { startRawServer, startSubgraph } from '../kit/subgraph.ts';

const CLIENTS = 20;
/** Longer than the grace, so that such a request is under way when the gateway stops listening. */
const SLOW_MS = 900;
const GRACE_MS = 400;

const quick = JSON.stringify({ query: '{ books { title } }' });
const slow = JSON.stringify({ query: '{ newestReview { text } }' });

function ask(url: string, body: string, dispatcher: Agent) {
  return request(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
    dispatcher,
  });
}

/** A subgraph that answers late. */
function startSlowReviews() {
  return startRawServer(async (incoming, response) => {
    if (incoming.url === '/readyz') return void response.end();
    await sleep(SLOW_MS);
    response.end(JSON.stringify({ data: { newestReview: { __typename: 'Review', text: 'late' } } }));
  });
}

describe.each(['SIGTERM', 'SIGINT'] as const)('a gateway that gets %s', (signal) => {
  test('answers every request of keep-alive clients that leave when it is not ready any more', async () => {
    await using books = await startSubgraph(booksParts);
    await using reviews = await startSlowReviews();
    await using supergraph = await librarySupergraph({ books: books.origin, reviews: reviews.origin });
    await using gateway = await startGatewayProcess(
      settings(supergraph, { GATEWAY_DRAIN_GRACE_MS: String(GRACE_MS), GATEWAY_FORWARD: 'none' }),
    );
    const keepAlive = new Agent({ connections: CLIENTS });
    let ready = true;
    let answered = 0;
    let askedToLeave = 0;
    const failures: unknown[] = [];

    const send = async (body: string) => {
      try {
        const response = await ask(gateway.url, body, keepAlive);
        const { data, errors } = (await response.body.json()) as { data?: unknown; errors?: unknown };
        if (response.statusCode !== 200 || errors || !data) failures.push([response.statusCode, errors]);
        if (response.headers.connection === 'close') askedToLeave += 1;
        answered += 1;
      } catch (error) {
        failures.push(error);
      }
    };
    const client = async (body: string) => {
      while (ready) await send(body);
    };
    const balancer = async () => {
      while (ready) {
        const probe = await fetch(`${gateway.url}/readyz`, { headers: { connection: 'close' } });
        ready = probe.status === 200;
        await probe.arrayBuffer();
        await sleep(20);
      }
    };

    const clients = Array.from({ length: CLIENTS }, (_, index) => client(index < 4 ? slow : quick));
    const balancing = balancer();
    while (answered < 500) await sleep(10);
    gateway.child.kill(signal);
    await balancing;
    const newcomer = await ask(gateway.url, quick, new Agent());
    expect(newcomer.statusCode).toBe(200);
    expect(newcomer.headers.connection).toBe('close');
    await newcomer.body.dump();
    await Promise.all(clients);
    expect(failures).toEqual([]);
    expect(askedToLeave).toBeGreaterThan(0);
    expect(await gateway.ended).toBe(0);
    await expect(ask(gateway.url, quick, new Agent())).rejects.toThrow('ECONNREFUSED');
    await keepAlive.close();
  });
});

test('a gateway does not wait for a connection on which nothing was ever said', async () => {
  await using books = await startSubgraph(booksParts);
  await using supergraph = await librarySupergraph({ books: books.origin, reviews: books.origin });
  const env = settings(supergraph, { GATEWAY_DRAIN_TIMEOUT_MS: '600000', GATEWAY_FORWARD: 'none' });
  await using gateway = await startGatewayProcess(env);
  const silent = connect(Number(new URL(gateway.url).port), '127.0.0.1').on('error', () => undefined);
  await once(silent, 'connect');
  gateway.child.kill('SIGTERM');
  expect(await gateway.ended).toBe(0);
});

test('a gateway cuts off what is still under way after its time to drain, and ends', async () => {
  await using books = await startSubgraph(booksParts);
  await using reviews = await startRawServer(() => undefined);
  await using supergraph = await librarySupergraph({ books: books.origin, reviews: reviews.origin });
  await using gateway = await startGatewayProcess(
    settings(supergraph, {
      GATEWAY_DRAIN_TIMEOUT_MS: '100',
      GATEWAY_SUBGRAPH_TIMEOUT_MS: '600000',
      GATEWAY_FORWARD: 'none',
    }),
  );
  const hanging = ask(gateway.url, slow, new Agent());
  const failed = expect(hanging).rejects.toThrow();
  while (reviews.seen.length === 0) await sleep(10);
  gateway.child.kill('SIGTERM');
  await failed;
  expect(await gateway.ended).toBe(0);
});

test('a gateway ends when the process that forked it is gone', async () => {
  await using books = await startSubgraph(booksParts);
  await using supergraph = await librarySupergraph({ books: books.origin, reviews: books.origin });
  const env = { ...process.env, ...settings(supergraph, { GATEWAY_FORWARD: 'none' }), GATEWAY_LOG_LEVEL: 'silent' };
  const child = fork('gateway/cli.ts', ['start'], { env });
  await sleep(0);
  child.disconnect();
  const [status] = await once(child, 'exit');
  expect(status).toBe(0);
});
