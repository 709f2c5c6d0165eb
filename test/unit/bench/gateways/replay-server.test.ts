import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { ReplayServer } from '../../../../bench/gateways/replay-server.ts';

/** A subgraph that says how often it was asked. */
function counting() {
  let asked = 0;
  return async (body: string) => Buffer.from(JSON.stringify({ data: { asked: ++asked, body } }));
}

function post(url: string, body: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(url, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });
}

test('a question that was answered once is answered the same again, whatever the headers say', async () => {
  await using replay = await ReplayServer.open(new Map([['users', counting()]]));
  const first = await (await post(replay.urlOf('users'), '{"query":"{ me }"}')).json();
  const again = await (await post(replay.urlOf('users'), '{"query":"{ me }"}', { 'x-redcat-viewer': 'b' })).json();
  const other = await (await post(replay.urlOf('users'), '{"query":"{ you }"}')).json();
  expect(first).toEqual({ data: { asked: 1, body: '{"query":"{ me }"}' } });
  expect(again).toEqual(first);
  expect(other).toEqual({ data: { asked: 2, body: '{"query":"{ you }"}' } });
  expect([replay.asked, replay.learnt]).toEqual([3, 2]);
});

test('bodies keep every character', async () => {
  await using replay = await ReplayServer.open(new Map([['notes', counting()]]));
  const { data } = (await (await post(replay.urlOf('notes'), '{"text":"防晒 é"}')).json()) as {
    data: { body: string };
  };
  expect(data.body).toBe('{"text":"防晒 é"}');
});

test('the last request tells whether a header was forwarded', async () => {
  await using replay = await ReplayServer.open(new Map([['users', counting()]]));
  await post(replay.urlOf('users'), '{}', { 'X-RedCat-Viewer': 'somebody' });
  expect(replay.lastHeader('x-redcat-viewer')).toBe('somebody');
  await post(replay.urlOf('users'), '{}');
  expect(replay.lastHeader('x-redcat-viewer')).toBeUndefined();
});

test('requests that come in pieces, or several at once, are each answered', async () => {
  await using replay = await ReplayServer.open(new Map([['users', counting()]]));
  const url = new URL(replay.urlOf('users'));
  const request = `POST ${url.pathname} HTTP/1.1\r\nhost: x\r\nContent-Length: 2\r\n\r\n{}`;
  const socket = connect(Number(url.port), url.hostname);
  socket.write(request.slice(0, 30));
  await new Promise((resolve) => setTimeout(resolve, 20));
  socket.end(request.slice(30) + request);
  expect((await text(socket)).match(/HTTP\/1\.1 200 OK/g)).toHaveLength(2);
});

test('a subgraph that fails is a bad gateway, and is asked anew', async () => {
  let healthy = false;
  const failing = async () => {
    if (!healthy) throw new Error('not yet');
    return Buffer.from('{"data":{}}');
  };
  await using replay = await ReplayServer.open(new Map([['users', failing]]));
  expect((await post(replay.urlOf('users'), '{}')).status).toBe(502);
  healthy = true;
  expect((await post(replay.urlOf('users'), '{}')).status).toBe(200);
});
