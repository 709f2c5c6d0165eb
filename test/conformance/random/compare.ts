import type { OurOutcome, Outcome } from './contenders.ts';

type Path = readonly (string | number)[];

/**
 * How our answer differs from that of graphql-js over the merged schema, in words; undefined where it does not. Data is compared as text,
 * so that the order of fields counts. Of several errors below one null, any will do: the specification lets the others be left out.
 */
export function wrongness(merged: Outcome & { dataText: string }, ours: OurOutcome): string | undefined {
  if (ours.dataText !== merged.dataText) return 'the data differs';
  const told = new Set(ours.errors.flatMap(({ path = [] }) => prefixes(path)));
  const lacking = merged.errors
    .map(({ path = [] }) => nullOn(merged.data, path))
    .filter((path) => !told.has(name(path)));
  if (lacking.length > 0) return `no error is told at ${lacking.map(name).join(', ')}`;
  const misplaced = ours.errors.filter(({ path = [] }) => !isNullOn(ours.data, path));
  if (misplaced.length > 0) return `errors are told where there is a value: ${JSON.stringify(misplaced)}`;
  const expected = new Set(merged.errors.map(({ path = [] }) => name(nullOn(merged.data, path))));
  // What only other fields or other objects need may fail too, at a field that the client did not select.
  const invented = ours.errors.filter(
    ({ path = [] }) => isAnswered(ours.data, path) && !expected.has(name(nullOn(ours.data, path))),
  );
  if (invented.length > 0) return `errors are told where nothing failed: ${JSON.stringify(invented)}`;
  return undefined;
}

/** Whether an answer's data is the other's with parts of it lost. A null that a field has cost is there no more where that field is lost. */
export function lacks(less: unknown, whole: Outcome): boolean {
  const lost = whole.errors.flatMap(({ path = [] }) => (valueAt(less, path) === undefined ? [path] : []));
  const isMissed = (place: Path) => lost.some((path) => startsWith(path, place));
  return isPart(less, whole.data, isMissed, []);
}

function isPart(less: unknown, whole: unknown, isMissed: (place: Path) => boolean, place: Path): boolean {
  if (less === null || less === undefined || (whole === null && isMissed(place))) return true;
  const below = (value: unknown, key: string | number) => isPart(value, own(whole, key), isMissed, [...place, key]);
  if (Array.isArray(less)) return Array.isArray(whole) && less.length === whole.length && less.every(below);
  if (typeof less !== 'object') return less === whole;
  if (typeof whole !== 'object' || whole === null) return false;
  return Object.entries(less).every(([key, value]) => below(value, key));
}

function startsWith(path: Path, place: Path): boolean {
  return path.length > place.length && place.every((step, depth) => path[depth] === step);
}

function valueAt(data: unknown, path: Path): unknown {
  let value = data;
  for (const key of path) value = own(value, key);
  return value;
}

/** The part of an error's path at which the data is null. */
function nullOn(data: unknown, path: Path): Path {
  let value = data;
  for (const [depth, key] of path.entries()) {
    if (value === null || value === undefined) return path.slice(0, depth);
    value = own(value, key);
  }
  return path;
}

function isNullOn(data: unknown, path: Path): boolean {
  let value = data;
  for (const key of path) {
    if (value === null || value === undefined) return true;
    value = own(value, key);
  }
  return value === null || value === undefined;
}

/** Whether the answer has something at the path, or a null above it. */
function isAnswered(data: unknown, path: Path): boolean {
  let value = data;
  for (const key of path) {
    if (value === null) return true;
    value = own(value, key);
  }
  return value !== undefined;
}

function own(value: unknown, key: string | number): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Readonly<Record<string | number, unknown>>)[key]
    : undefined;
}

function prefixes(path: Path): string[] {
  return [...path.keys(), path.length].map((length) => name(path.slice(0, length)));
}

function name(path: Path): string {
  return JSON.stringify(path);
}
