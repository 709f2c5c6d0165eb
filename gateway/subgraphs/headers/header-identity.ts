/**
 * Text that is equal for headers that can't make a difference to an answer.
 * @param ignored headers that change no answer, names in lower case
 */
export function headerIdentity(headers: Readonly<Record<string, string>>, ignored: ReadonlySet<string>): string {
  const relevant = Object.entries(headers).filter(([name]) => !ignored.has(name));
  return JSON.stringify(relevant.sort(([one], [other]) => (one < other ? -1 : 1)));
}
