/**
 * A server's Prometheus metric, summed over its labels; 0 where there is none.
 * @param url the server's origin
 * @param headers by which it knows who asks
 */
export async function metricOf(url: string, name: string, headers: Record<string, string> = {}): Promise<number> {
  const text = await (await fetch(`${url}/metrics`, { headers })).text();
  const values = [...text.matchAll(new RegExp(`^${name}(?:\\{[^}]*\\})? (\\S+)`, 'gm'))];
  return values.reduce((sum, [, value]) => sum + Number(value), 0);
}
