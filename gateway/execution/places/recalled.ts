/** What was made of an object, and what it was made from beside the entity itself. */
export interface Recalled<T> {
  readonly made: T;
  readonly seen: readonly unknown[];
}
