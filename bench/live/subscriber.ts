import { once } from 'node:events';
import { WebSocket } from 'ws';

const FIELDS = 'id title conversion { linkClicks orders }';
/** What is asked for without a token, and with one: some are refused the last field. */
const SUBSCRIPTIONS = {
  anonymous: `subscription ($id: ID!) { noteConversionUpdated(noteId: $id) { ${FIELDS} } }`,
  viewer: `subscription ($id: ID!) { noteConversionUpdated(noteId: $id) { ${FIELDS} linkDemand { linkRequests } } }`,
};

interface Message {
  readonly type: string;
  readonly payload?: {
    readonly data?: { readonly noteConversionUpdated: { readonly conversion: { readonly linkClicks: number } } };
    readonly errors?: unknown;
  };
}

/**
 * Subscribes to a note's figures over graphql-transport-ws (https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md).
 * @param told is given the note's clicks with each message
 * @param token by which the subscriber says who it is
 * @returns the socket, once the first message has come
 */
export async function subscribe(
  gateway: string,
  noteId: string,
  told: (linkClicks: number) => void,
  token?: string,
): Promise<WebSocket> {
  const socket = new WebSocket(`${gateway.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
    perMessageDeflate: false,
  });
  const { promise: first, resolve, reject } = Promise.withResolvers<void>();
  socket.on('error', reject);
  socket.on('close', (code, reason) => reject(new Error(`closed: ${code} ${reason}`)));
  socket.on('message', (data) => {
    const { type, payload } = JSON.parse(String(data)) as Message;
    if (type === 'connection_ack') {
      const query = token === undefined ? SUBSCRIPTIONS.anonymous : SUBSCRIPTIONS.viewer;
      const subscription = { query, variables: { id: noteId } };
      socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: subscription }));
    } else if (type === 'ping') {
      socket.send('{"type":"pong"}');
    } else if (type === 'next' && payload?.data) {
      told(payload.data.noteConversionUpdated.conversion.linkClicks);
      resolve();
    } else if (type !== 'pong') {
      reject(new Error(JSON.stringify({ type, payload })));
    }
  });
  await once(socket, 'open');
  const payload = token === undefined ? undefined : { authorization: `Bearer ${token}` };
  socket.send(JSON.stringify({ type: 'connection_init', payload }));
  await first;
  return socket;
}
