/**
 * Text that is equal for headers that can't make a difference to an answer.
 * @param ignored headers that change no answer, names in lower case
 */
export function headerIdentity(headers: Readonly<Record<string, string>>, ignored: ReadonlySet<string>): string {
  const names: string[] = [];
  for (const name in headers) if (!ignored.has(name)) names.push(name);
  return JSON.stringify(names.sort().map((name) => [name, headers[name]]));
}
