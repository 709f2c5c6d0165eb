/** A note's clicks, asked for through the gateway. @param headers by which it knows who asks */
export async function linkClicksOf(gateway: string, id: string, headers: Record<string, string> = {}): Promise<number> {
  const query = 'query ($id: ID!) { note(id: $id) { conversion { linkClicks } } }';
  const response = await fetch(`${gateway}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables: { id } }),
  });
  const { data } = (await response.json()) as { data: { note: { conversion: { linkClicks: number } } } };
  return data.note.conversion.linkClicks;
}
