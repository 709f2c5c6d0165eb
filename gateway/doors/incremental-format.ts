import type { IncrementalFormat } from './answer-parts.ts';

/** One media range of an `accept` header. */
interface MediaRange {
  readonly type: string;
  readonly parameters: ReadonlyMap<string, string>;
  readonly quality: number;
}

/**
 * In which format a client takes answers in parts, by its `accept` header; undefined where it takes none, or rather has JSON.
 * A bare `multipart/mixed` means the format that was there first. https://www.rfc-editor.org/rfc/rfc9110#name-accept
 */
export function incrementalFormat(accept: string | undefined): IncrementalFormat | undefined {
  if (!accept || !/multipart/i.test(accept)) return undefined;
  const ranges = mediaRanges(accept);
  const plain = Math.max(0, ...ranges.filter(({ type }) => JSON_TYPES.has(type)).map(({ quality }) => quality));
  let best: { format: IncrementalFormat; quality: number } | undefined;
  for (const range of ranges) {
    const format = formatOf(range);
    if (!format || range.quality <= (best?.quality ?? 0) || range.quality < plain) continue;
    best = { format, quality: range.quality };
  }
  return best?.format;
}

/** What an answer in one part may be. */
const JSON_TYPES = new Set(['application/json', 'application/graphql-response+json', 'application/*', '*/*']);

/** Parameters that say nothing of the format. */
const NEUTRAL = new Set(['q', 'boundary', 'charset']);

function formatOf({ type, parameters }: MediaRange): IncrementalFormat | undefined {
  if (type !== 'multipart/mixed') return undefined;
  const said = [...parameters].filter(([name]) => !NEUTRAL.has(name));
  if (said.length === 0) return 'deferSpec';
  const [[name, value] = [], another] = said;
  if (another) return undefined;
  if (name === 'deferspec' && value === '20220824') return 'deferSpec';
  return name === 'incrementalspec' && value === 'v0.2' ? 'incrementalSpec' : undefined;
}

function mediaRanges(accept: string): MediaRange[] {
  return accept.split(',').map((text) => {
    const [type = '', ...rest] = text.split(';').map((piece) => piece.trim());
    const parameters = new Map(
      rest.map((piece): [string, string] => {
        const [name = '', value = ''] = piece.split('=').map((side) => side.trim());
        return [name.toLowerCase(), value.replace(/^"(.*)"$/, '$1')];
      }),
    );
    const quality = Number(parameters.get('q') ?? 1);
    return { type: type.toLowerCase(), parameters, quality: Number.isFinite(quality) ? quality : 0 };
  });
}
