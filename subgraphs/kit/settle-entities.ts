import type { GraphQLSchema } from 'graphql';

/**
 * Answers every entity of a list on its own: one that fails becomes an error in its place. graphql-jit drops the last element of a list of
 * an abstract type when its promise rejects, which would leave the gateway with fewer entities than it asked for; an Error it takes.
 */
export function settleEntities(schema: GraphQLSchema): void {
  const field = schema.getQueryType()?.getFields()._entities;
  const resolve = field?.resolve;
  if (!field || !resolve) return;
  field.resolve = async (...args) => settleEach((await resolve(...args)) as unknown[]);
}

/** The elements of a list, those that fail as their errors. */
export function settleEach<Value>(values: readonly (Value | Promise<Value>)[]): Promise<(Value | Error)[]> {
  return Promise.all(
    values.map(async (value) => {
      try {
        return await value;
      } catch (error) {
        return error instanceof Error ? error : new Error(String(error));
      }
    }),
  );
}
