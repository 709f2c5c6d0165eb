import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** Stands between a process and PostgreSQL. Disposing closes it. */
export interface CommitProxy extends AsyncDisposable {
  /** The database as it is reached through here. */
  readonly url: string;
  /** Done when a transaction that wrote to a table was committed, which its client is never told: nothing comes any more. */
  unheardCommit(table: string): Promise<void>;
}

/** What PostgreSQL says when a transaction is durable: CommandComplete. https://www.postgresql.org/docs/current/protocol-message-formats.html */
const COMMITTED = Buffer.from('COMMIT\0');

/**
 * Passes everything on, until it is told to keep a commit to itself.
 * @param url of a database of a PostgreSQL server, reached over TCP
 */
export async function startCommitProxy(url: string): Promise<CommitProxy> {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  let awaited: { readonly insert: string; readonly committed: () => void } | undefined;
  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname);
    let [wrote, isSilent] = [false, false];
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => {
        sockets.delete(socket);
        for (const other of [client, upstream]) other.destroy();
      });
    }
    client.on('data', (chunk) => {
      if (awaited && chunk.includes(awaited.insert)) wrote = true;
      upstream.write(chunk);
    });
    upstream.on('data', (chunk) => {
      if (isSilent) return;
      isSilent = wrote && awaited !== undefined && chunk.includes(COMMITTED);
      if (isSilent) awaited?.committed();
      else client.write(chunk);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port was given.');
  const through = new URL(url);
  through.host = `127.0.0.1:${address.port}`;
  return {
    url: through.href,
    unheardCommit(table) {
      const { promise, resolve } = Promise.withResolvers<void>();
      awaited = { insert: `insert into "${table}"`, committed: resolve };
      return promise;
    },
    async [Symbol.asyncDispose]() {
      server.close();
      for (const socket of sockets) socket.destroy();
      await once(server, 'close');
    },
  };
}
