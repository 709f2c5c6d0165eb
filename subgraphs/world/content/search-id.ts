import { textFingerprint } from '../../kit/search-id.ts';
import { stream } from '../random/stream.ts';

const fingerprints = new Map<string, string>();

/** The id of a search of the sample world, in the form that both subgraphs know; its random part comes from the seed. */
export function worldSearchId(seed: number, name: string, index: number, text: string): string {
  let fingerprint = fingerprints.get(text);
  if (!fingerprint) {
    fingerprint = textFingerprint(text);
    fingerprints.set(text, fingerprint);
  }
  const random = stream(seed, `search.id.${name}`);
  const bytes = Buffer.alloc(16);
  for (let word = 0; word < 4; word += 1) bytes.writeUInt32BE(random.bits(index * 4 + word), word * 4);
  return `search_${fingerprint}_${bytes.toString('base64url')}`;
}
