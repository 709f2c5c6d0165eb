/** Where a supergraph comes from. */
export interface SupergraphSource {
  /** For messages: a path, or a URL without what may be secret. */
  readonly origin: string;
  /**
   * Reads it as it is now; undefined where it is known to be as it was read last.
   * @throws {Mendable} when it can't be read, or composed
   */
  read(): Promise<string | undefined>;
  /** Has the next reading give all of it, even where it is as it was read last. */
  forget(): void;
  /** Files whose changes call for reading again, as known after the last reading. */
  files(): readonly string[];
}
