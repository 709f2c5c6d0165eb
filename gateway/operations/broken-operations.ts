import { Mendable } from '../errors/mendable.ts';
import type { RegisteredOperation } from './registered-operation.ts';

/** A registered operation that a supergraph can't answer. */
export interface BrokenOperation<Operation = RegisteredOperation> {
  readonly operation: Operation;
  readonly reason: string;
}

/** What a message names of an operation. */
type Named = Pick<RegisteredOperation, 'name' | 'owner'> & { readonly version?: number };

/** Most operations that a message names. */
const NAMED = 20;

/** A supergraph would break registered operations that are served. */
export class OperationsBroken extends Mendable {
  readonly broken: readonly BrokenOperation[];

  constructor(broken: readonly BrokenOperation[]) {
    super(`It breaks registered operations: ${describeBroken(broken)}`);
    this.broken = broken;
  }
}

/** Names operations with their owners and what is wrong with each. */
export function describeBroken(broken: readonly BrokenOperation<Named>[]): string {
  const named = broken
    .slice(0, NAMED)
    .map(
      ({ operation: { name, version, owner }, reason }) =>
        `${name}${version === undefined ? '' : ` version ${version}`}, owned by ${owner} (${reason})`,
    );
  const left = broken.length - named.length;
  return `${named.join('; ')}${left > 0 ? `; and ${left} more` : ''}`;
}
