import { type MediaRange, mediaRanges } from '../media-ranges.ts';
import type { IncrementalFormat } from './answer-parts.ts';

/**
 * In which format a client takes answers in parts, by its `accept` header; undefined where it takes none, or rather has JSON.
 * A bare `multipart/mixed` means the format that was there first. https://www.rfc-editor.org/rfc/rfc9110#name-accept
 */
export function incrementalFormat(accept: string | undefined): IncrementalFormat | undefined {
  if (!accept || !/multipart/i.test(accept)) return undefined;
  return best(mediaRanges(accept), formatOf)?.format;
}

/**
 * The same where Apollo Server writes the parts: it wants a format named by its parameter and nothing else, and no other type of
 * several parts preferred to it.
 */
export function namedIncrementalFormat(accept: string | undefined): IncrementalFormat | undefined {
  if (!accept || !/multipart/i.test(accept)) return undefined;
  const ranges = mediaRanges(accept);
  const named = best(ranges, namedFormatOf);
  const isNamed = (range: MediaRange) => range.type === 'multipart/mixed' && saidOf(range).length > 0;
  const others = ranges.filter((range) => range.type.startsWith('multipart/') && !isNamed(range));
  return named && others.every(({ quality }) => quality <= named.quality) ? named.format : undefined;
}

interface Choice {
  readonly format: IncrementalFormat;
  readonly quality: number;
}

/** The format that is liked best; undefined where JSON is liked better. What is refused by name is not meant by a bare type. */
function best(ranges: readonly MediaRange[], read: typeof formatOf): Choice | undefined {
  const plain = Math.max(0, ...ranges.filter(({ type }) => JSON_TYPES.has(type)).map(({ quality }) => quality));
  const refused = ranges.filter(({ quality }) => quality === 0).map(namedFormatOf);
  let chosen: Choice | undefined;
  for (const range of ranges) {
    const format = read(range);
    const { quality } = range;
    if (!format || refused.includes(format) || quality <= (chosen?.quality ?? 0) || quality < plain) continue;
    chosen = { format, quality };
  }
  return chosen;
}

/** What an answer in one part may be. */
const JSON_TYPES = new Set(['application/json', 'application/graphql-response+json', 'application/*', '*/*']);

/** Parameters that say nothing of the format. */
const NEUTRAL = new Set(['boundary', 'charset']);

function formatOf(range: MediaRange): IncrementalFormat | undefined {
  if (range.type !== 'multipart/mixed') return undefined;
  const said = saidOf(range).filter(([name]) => !NEUTRAL.has(name));
  return said.length === 0 ? 'deferSpec' : formatBy(said);
}

function namedFormatOf(range: MediaRange): IncrementalFormat | undefined {
  return range.type === 'multipart/mixed' ? formatBy(saidOf(range)) : undefined;
}

function formatBy([[name, value] = ['', ''], another]: readonly (readonly [string, string])[]):
  | IncrementalFormat
  | undefined {
  if (another) return undefined;
  if (name === 'deferspec' && value === '20220824') return 'deferSpec';
  return name === 'incrementalspec' && value === 'v0.2' ? 'incrementalSpec' : undefined;
}

function saidOf({ parameters }: MediaRange): [string, string][] {
  return [...parameters].filter(([name]) => name !== 'q');
}
