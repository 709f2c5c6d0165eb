/** A note's clicks, asked for through the gateway. */
export async function linkClicksOf(gateway: string, id: string): Promise<number> {
  const query = 'query ($id: ID!) { note(id: $id) { conversion { linkClicks } } }';
  const response = await fetch(`${gateway}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables: { id } }),
  });
  const { data } = (await response.json()) as { data: { note: { conversion: { linkClicks: number } } } };
  return data.note.conversion.linkClicks;
}
