import { Mendable } from '../../errors/mendable.ts';
import { Repeated } from '../../process/repeated.ts';
import type { RegisteredOperation } from '../registered-operation.ts';
import type { OperationsSource } from './operations-source.ts';

/** What operations are followed with. */
interface FollowedParts {
  readonly source: OperationsSource;
  readonly log: { warn(fields: object, message: string): void; info(fields: object, message: string): void };
}

/** The operations of a source as they are now. While it can't be read, those that were read last stay. */
export class FollowedOperations {
  readonly #parts: FollowedParts;
  #operations: readonly RegisteredOperation[];
  #version: string;
  #complaint: string | undefined;
  #onChange: ((operations: readonly RegisteredOperation[]) => Promise<void>) | undefined;
  readonly #looking: Repeated;

  private constructor(parts: FollowedParts, operations: readonly RegisteredOperation[], version: string) {
    this.#parts = parts;
    this.#operations = operations;
    this.#version = version;
    this.#looking = new Repeated(() => this.#look(), parts.source.interval);
  }

  /** Reads a source. @throws {Mendable} where it can't be read */
  static async open(parts: FollowedParts): Promise<FollowedOperations> {
    const { source } = parts;
    try {
      const version = await source.version();
      return new FollowedOperations(parts, await source.read([]), version);
    } catch (error) {
      await source.close();
      if (error instanceof Mendable) throw error;
      const why = error instanceof Error ? error.message : error;
      throw new Mendable(`GATEWAY_OPERATIONS: the operations in ${source.place} can’t be read (${why})`);
    }
  }

  current(): readonly RegisteredOperation[] {
    return this.#operations;
  }

  /** Goes on to follow it. @param onChange waited for before it is looked again; it never rejects */
  follow(onChange: (operations: readonly RegisteredOperation[]) => Promise<void>): void {
    this.#onChange = onChange;
    this.#looking.start();
  }

  async close(): Promise<void> {
    await this.#looking.stop();
    await this.#parts.source.close();
  }

  async #look(): Promise<void> {
    const { source, log } = this.#parts;
    try {
      const version = await source.version();
      if (version !== this.#version) {
        this.#operations = await source.read(this.#operations);
        this.#version = version;
        log.info({ place: source.place, operations: this.#operations.length }, 'registered operations were changed');
        await this.#onChange?.(this.#operations);
      }
      this.#complaint = undefined;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      if (reason !== this.#complaint)
        log.warn({ place: source.place, reason }, 'registered operations stay as they were');
      this.#complaint = reason;
    }
  }
}
