/**
 * A stream of choices from which everything random is made. Where it ends, every choice is the first: so that a shorter stream, or one of
 * smaller numbers, makes a simpler case, and a failing case shrinks by itself.
 */
export class Choices {
  readonly #numbers: readonly number[];
  #next = 0;

  constructor(numbers: readonly number[]) {
    this.#numbers = numbers;
  }

  /** A whole number from 0 to `count` - 1. */
  below(count: number): number {
    const number = this.#numbers[this.#next++] ?? 0;
    return count <= 1 ? 0 : number % count;
  }

  /** True about once in `times`; false is the simple choice. */
  rarely(times: number): boolean {
    return this.below(times) === times - 1;
  }

  pick<T>(items: readonly T[]): T {
    const item = items[this.below(items.length)] as T;
    if (items.length === 0) throw new Error('Nothing to pick from');
    return item;
  }
}
