/** Signatures that one of many gateways took. */
export interface UsedSignatures {
  /** Of what was signed before, in milliseconds since 1970, nobody may know any more whether it was used. */
  readonly knownSince: number;
  /**
   * Notes that a signature is used. Rejects where that can't be noted.
   * @param signature its bytes @param holdsFor how long it could be used again, in milliseconds
   * @returns whether it is used for the first time
   */
  use(signature: Buffer, holdsFor: number): Promise<boolean>;
  close(): Promise<void>;
}
