import type { BrokenOperation } from '../../operations/broken-operations.ts';
import type { RegisteredOperation } from '../../operations/registered-operation.ts';
import { isRegistry, operationsSource } from '../../operations/registry/operations-source.ts';
import { brokenOn } from '../operations/supergraph-check.ts';

/**
 * The registered operations that a supergraph can't answer any more.
 * @param place where operations are kept
 * @throws {Mendable} (the promise) where they can't be read
 */
export async function lostOperations(
  place: string,
  before: string,
  after: string,
): Promise<readonly BrokenOperation<RegisteredOperation>[]> {
  const source = operationsSource(place, { mayBeMissing: !isRegistry(place) });
  try {
    const broken = await brokenOn(after, await source.read([]));
    if (broken.length === 0) return broken;
    const brokenBefore = await brokenOn(
      before,
      broken.map(({ operation }) => operation),
    );
    return broken.filter(({ operation }) => !brokenBefore.some((known) => known.operation === operation));
  } finally {
    await source.close();
  }
}
