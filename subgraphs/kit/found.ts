import { InputError } from './errors.ts';
import { shown } from './ids.ts';

/**
 * What an entity's reference names.
 * @throws {InputError} NOT_FOUND
 */
export function found<Row>(row: Row | undefined, type: string, id: string): Row {
  if (row === undefined) throw new InputError('NOT_FOUND', `There is no ${type} ${shown(id)}.`);
  return row;
}
