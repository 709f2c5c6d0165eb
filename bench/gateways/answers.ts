import { isDeepStrictEqual } from 'node:util';

/** A GraphQL response. */
interface Response {
  readonly data?: unknown;
  readonly errors?: readonly { readonly path?: readonly (string | number)[] }[];
}

/** Whether two responses say the same: equal data, and errors at the same paths, whatever their words. */
export function sameAnswer(one: Buffer | undefined, other: Buffer | undefined): boolean {
  if (!one || !other) return false;
  const [first, second] = [JSON.parse(one.toString()), JSON.parse(other.toString())] as [Response, Response];
  return isDeepStrictEqual(first.data, second.data) && isDeepStrictEqual(errorPaths(first), errorPaths(second));
}

function errorPaths({ errors }: Response): string[] {
  return (errors ?? []).map(({ path }) => JSON.stringify(path ?? [])).sort();
}
