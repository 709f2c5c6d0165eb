import { mediaRanges } from '../media-ranges.ts';

/** The media type of lines of JSON. */
export const NDJSON = 'application/x-ndjson';

const NAMES = new Set([NDJSON, 'application/ndjson', 'application/jsonl']);

/** Whether a client would rather have lines than one JSON text. */
export function takesLines(accept: string | undefined): boolean {
  if (!accept || !/ndjson|jsonl/i.test(accept)) return false;
  const ranges = mediaRanges(accept);
  const best = (types: ReadonlySet<string>) =>
    Math.max(0, ...ranges.filter(({ type }) => types.has(type)).map(({ quality }) => quality));
  const lines = best(NAMES);
  return lines > 0 && lines >= best(JSON_TYPE);
}

const JSON_TYPE = new Set(['application/json']);
