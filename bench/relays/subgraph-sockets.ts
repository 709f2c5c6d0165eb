import { connect, type Socket } from 'node:net';

const END_OF_HEAD = '\r\n\r\n';

/** What sockets are read into. */
const input = Buffer.allocUnsafeSlow(65_536);

interface Connection {
  readonly socket: Socket;
  answered: () => void;
  /** Bytes of the answer that have not come; undefined while its head has not. */
  missing: number | undefined;
}

const idle: Connection[] = [];

/**
 * Sends a request by a connection that is kept, and waits until an answer with a content-length has come whole. It trusts the server, reads
 * nothing of the answer, and ends the process where something goes wrong: it is no client to use.
 */
export function askSubgraph(server: { host: string; port: number }, request: string, answered: () => void): void {
  const connection = idle.pop() ?? open(server);
  connection.answered = answered;
  connection.missing = undefined;
  connection.socket.write(request, 'latin1');
}

function open({ host, port }: { host: string; port: number }): Connection {
  const callback = (length: number) => {
    read(connection, length);
    return true;
  };
  const socket = connect({ host, port, noDelay: true, onread: { buffer: input, callback } });
  const connection: Connection = { socket, answered: () => undefined, missing: undefined };
  return connection;
}

function read(connection: Connection, length: number): void {
  if (connection.missing === undefined) {
    const end = input.toString('latin1', 0, Math.min(length, 512)).indexOf(END_OF_HEAD);
    const [, size] = /\r\ncontent-length: (\d+)/.exec(input.toString('latin1', 0, end + 2)) ?? [];
    if (end < 0 || size === undefined) throw new Error('The answer has no head with a content-length');
    connection.missing = Number(size) + end + END_OF_HEAD.length;
  }
  connection.missing -= length;
  if (connection.missing > 0) return;
  idle.push(connection);
  connection.answered();
}
