import type { CommerceUserErrorCode } from '../user-errors.ts';

/** What a caller must change, at a field of the input. */
export function userError(field: string, code: CommerceUserErrorCode, message: string) {
  return { field: [field], code, message };
}
