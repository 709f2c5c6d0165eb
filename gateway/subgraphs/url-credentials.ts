import { Mendable } from '../errors/mendable.ts';

/**
 * Refuses credentials in a URL of a subgraph. A supergraph is shown, logged and sent around, so that no secret belongs there; and to leave
 * them out quietly would have every fetch fail for a reason that nobody sees.
 * @param whose for the message, which tells none of the URL
 * @throws {Mendable}
 */
export function refuseCredentials(whose: string, url: string): void {
  const { username, password } = new URL(url);
  if (username === '' && password === '') return;
  throw new Mendable(
    `The URL of ${whose} holds a user or a password, which would not be sent: take them out of it, ` +
      'and have a proxy in front of the subgraph add its credentials',
  );
}
