interface Reply {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { readonly message: string }[];
}

/** Sends an operation and gives its data. */
export type Ask = (query: string, variables?: Record<string, unknown>) => Promise<Record<string, unknown>>;

/**
 * A client of a gateway.
 * @returns a function that throws where the answer has errors: a figure that is missing is no figure
 */
export function clientOf(gateway: string): Ask {
  return async (query, variables = {}) => {
    const response = await fetch(`${gateway}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors = [] } = (await response.json()) as Reply;
    if (errors.length > 0 || !data)
      throw new Error(`The gateway answered with errors: ${errors.map(({ message }) => message).join('; ')}`);
    return data;
  };
}
