import type { RegisteredOperation } from '../../operations/registered-operation.ts';

/** An operation, and where it is told. */
export interface Told {
  readonly operation: RegisteredOperation;
  /** As `/op/NotePage`. */
  readonly path: string;
  readonly operationId: string;
}

/** Where an operation is told: the newest version of a name by that alone, older ones with their number. */
export function toldOperations(operations: readonly RegisteredOperation[]): Told[] {
  const names = new Set<string>();
  return operations.map((operation): Told => {
    const { name, version } = operation;
    const isNewest = !names.has(name);
    names.add(name);
    const path = isNewest ? `/op/${name}` : `/op/${name}/${version}`;
    return { operation, path, operationId: isNewest ? name : `${name}_${version}` };
  });
}
