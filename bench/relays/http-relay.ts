import { createServer } from 'node:http';
import { askInSteps } from './ask-in-steps.ts';
import { relaySettings } from './relay-settings.ts';

/** No gateway: asks the subgraphs what a gateway would, and answers what it would, behind `node:http`. */
const settings = relaySettings();
const ask = askInSteps(settings);
const head = {
  'content-type': 'application/json; charset=utf-8',
  'content-length': Buffer.byteLength(settings.answer),
};

createServer((request, response) => {
  const forwarded = request.headers[settings.header] as string;
  const answer = () => response.writeHead(200, head).end(settings.answer);
  request.on('data', () => undefined).on('end', () => ask(forwarded, answer));
}).listen(settings.port, '127.0.0.1');
