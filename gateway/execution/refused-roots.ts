import type { GraphQLSchema } from 'graphql';
import type { PlannedOperation } from '../planning/planned-operation.ts';
import type { AnswerError } from './answer-errors.ts';
import { Selections } from './selected-fields.ts';

/** Why root fields of an operation may not be read, whatever conditions they have: an error for each. */
export function refusedRoots(
  { document, operation, refusal, clientKey }: PlannedOperation,
  schema: GraphQLSchema,
): AnswerError[] {
  const root = schema.getRootType(operation.operation);
  if (!refusal || !root) return [];
  const fields = new Selections(schema, document, () => true).ofType(root, [
    { set: operation.selectionSet, fragment: undefined },
  ]);
  return fields.flatMap(({ key, node }): AnswerError[] => {
    const reason = refusal.ofField(root.name, node.name.value);
    if (!reason) return [];
    return [{ message: reason.message, path: [clientKey(key)], extensions: { code: reason.code }, foreign: false }];
  });
}
