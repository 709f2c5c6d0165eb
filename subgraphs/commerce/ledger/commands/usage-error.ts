/** A command can't do what it was asked; the message says why, for people. */
export class UsageError extends Error {
  /** 2 where it was called wrongly, 1 where it may not do it now. */
  readonly status: 1 | 2;
  constructor(message: string, status: 1 | 2 = 2) {
    super(message);
    this.status = status;
  }
}
