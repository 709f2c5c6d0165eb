import { expect, test } from 'vitest';
import { post, startTestGateway } from '../kit/gateway.ts';
import { booksParts } from '../kit/library.ts';
import { startRawServer, startSubgraph } from '../kit/subgraph.ts';

function response(text: string): string {
  const body = JSON.stringify({ data: { newestReview: { text } } });
  return `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`;
}

const ways: readonly [string, (send: (text: string) => void) => void][] = [
  ['two answers at once', (send) => send(response('mine') + response('foreign'))],
  [
    'a second answer while nobody asks',
    (send) => {
      send(response('mine'));
      setTimeout(() => send(response('foreign')), 5);
    },
  ],
];

test.each(ways)('after %s to one request, the connection is not used again', async (_what, answer) => {
  let asked = 0;
  const left = Promise.withResolvers<void>();
  await using books = await startSubgraph(booksParts);
  await using reviews = await startRawServer((request) => {
    const { socket } = request;
    const send = (text: string) => void (socket.writable && socket.write(text));
    if (asked++ > 0) return send(response('mine'));
    socket.once('close', () => left.resolve());
    answer(send);
  });
  await using gateway = await startTestGateway(
    { books: books.origin, reviews: reviews.origin },
    { GATEWAY_SUBGRAPH_CONNECTIONS: '1', GATEWAY_SHARE: 'off' },
  );
  const query = '{ newestReview { text } }';
  const mine = { newestReview: { text: 'mine' } };
  expect((await post(gateway.url, { query })).data).toEqual(mine);
  await left.promise;
  const replies = await Promise.all(Array.from({ length: 5 }, () => post(gateway.url, { query })));
  expect(replies.map(({ data }) => data)).toEqual(Array(5).fill(mine));
});

test('two answers at once are not given to two requests that wait for one connection', async () => {
  let asked = 0;
  await using books = await startSubgraph(booksParts);
  await using reviews = await startRawServer(({ socket }) => {
    if (asked++ === 0) socket.write(response('mine') + response('foreign'));
    else socket.write(response('mine'));
  });
  await using gateway = await startTestGateway(
    { books: books.origin, reviews: reviews.origin },
    { GATEWAY_SUBGRAPH_CONNECTIONS: '1', GATEWAY_SHARE: 'off' },
  );
  const replies = await Promise.all(
    Array.from({ length: 5 }, () => post(gateway.url, { query: '{ newestReview { text } }' })),
  );
  expect(replies.map(({ data }) => data)).toEqual(Array(5).fill({ newestReview: { text: 'mine' } }));
});
