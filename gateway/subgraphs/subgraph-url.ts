import { Mendable } from '../errors/mendable.ts';
import { refuseCredentials } from './url-credentials.ts';

/**
 * Refuses a URL at which no subgraph can be asked: subgraphs that are composed without one have none.
 * @param name of the subgraph
 * @throws {Mendable} where it is no URL of HTTP, or holds credentials
 */
export function checkSubgraphUrl(name: string, url: string): void {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) {
    throw new Mendable(
      `The subgraph ${name} has ${url === '' ? 'no URL' : 'a URL that is none'}: give it one such as ` +
        'http://127.0.0.1:4001/graphql where the supergraph is composed, or in the settings',
    );
  }
  refuseCredentials(`the subgraph ${name}`, url);
}
