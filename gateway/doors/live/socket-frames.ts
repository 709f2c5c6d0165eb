import type { Duplex } from 'node:stream';
import type { LiveMessage } from '../../live/subscriber.ts';

/** https://www.rfc-editor.org/rfc/rfc6455#section-5.2: the last frame of a message, of text. */
const TEXT = 0x81;
const BRACE = Buffer.from('}');

/** What follows a subscription's id in a message, made once for all who read it. */
const tails = new WeakMap<LiveMessage, Buffer>();

function tailOf(message: LiveMessage): Buffer {
  let tail = tails.get(message);
  if (!tail) {
    tail = Buffer.concat([message.body, BRACE]);
    tails.set(message, tail);
  }
  return tail;
}

/**
 * Writes a message to a WebSocket's stream as one frame: what differs from reader to reader, then the bytes that all share. `ws` would take
 * a copy of the whole for each.
 * @param head JSON text of the envelope up to the payload
 * @param onFlushed called when the stream has passed everything on
 */
export function writeMessage(stream: Duplex, head: string, message: LiveMessage, onFlushed?: () => void): void {
  const tail = tailOf(message);
  const start = frameStart(head, tail.length);
  stream.cork();
  stream.write(start);
  stream.write(tail, onFlushed);
  stream.uncork();
}

/** A frame's header and the beginning of its text. @param rest how many bytes follow */
function frameStart(text: string, rest: number): Buffer {
  const length = Buffer.byteLength(text);
  const total = length + rest;
  const size = total < 126 ? 2 : total < 65_536 ? 4 : 10;
  const frame = Buffer.allocUnsafe(size + length);
  frame[0] = TEXT;
  if (size === 2) frame[1] = total;
  else if (size === 4) {
    frame[1] = 126;
    frame.writeUInt16BE(total, 2);
  } else {
    frame[1] = 127;
    frame.writeBigUInt64BE(BigInt(total), 2);
  }
  frame.write(text, size);
  return frame;
}
