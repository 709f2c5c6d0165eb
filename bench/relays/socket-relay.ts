import { createServer, type Socket } from 'node:net';
import { askInSteps } from './ask-in-steps.ts';
import { relaySettings } from './relay-settings.ts';

/** No gateway: asks the subgraphs what a gateway would, and answers what it would, with HTTP read and written by hand. */
const settings = relaySettings();
const ask = askInSteps(settings);
const END_OF_HEAD = '\r\n\r\n';
const FORWARDED = new RegExp(`\r\n${settings.header}: ([^\r]*)`);
const head = `HTTP/1.1 200 OK\r\ncontent-type: application/json; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(settings.answer)}`;
const answer = Buffer.from(head + END_OF_HEAD + settings.answer);

createServer({ noDelay: true }, serve).listen(settings.port, '127.0.0.1');

/** One request at a time, its body no longer than its content-length. */
function serve(socket: Socket): void {
  let text = '';
  const done = () => socket.write(answer);
  socket.on('error', () => socket.destroy());
  socket.on('data', (bytes) => {
    text += bytes.toString('latin1');
    const end = text.indexOf(END_OF_HEAD);
    if (end < 0) return;
    const [, size = '0'] = /\r\ncontent-length: (\d+)/.exec(text) ?? [];
    if (text.length < end + END_OF_HEAD.length + Number(size)) return;
    const [, forwarded = ''] = FORWARDED.exec(text) ?? [];
    text = '';
    ask(forwarded, done);
  });
}
