/**
 * CPU time that processes have used since their start, user and system together, in seconds.
 * @param urls each server's, by name; /metrics is its Prometheus endpoint
 */
export async function cpuSeconds(urls: Readonly<Record<string, string>>): Promise<Record<string, number>> {
  const read = async ([name, url]: [string, string]) => {
    const text = await (await fetch(`${url}/metrics`)).text();
    const value = /^process_cpu_seconds_total (\S+)/m.exec(text)?.[1];
    if (value === undefined) throw new Error(`${name} does not report its CPU time`);
    return [name, Number(value)] as const;
  };
  return Object.fromEntries(await Promise.all(Object.entries(urls).map(read)));
}
