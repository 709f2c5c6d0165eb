import { type ErrorCode, errors } from '../errors.ts';

/** Why a caller is not served. */
type Reason = Extract<
  ErrorCode,
  'UNAUTHENTICATED' | 'CREDENTIAL_REFUSED' | 'CREDENTIAL_EXPIRED' | 'CREDENTIALS_UNAVAILABLE' | 'SIGNATURE_REFUSED'
>;

/** A request whose sender is not known, or not as it says. Its message may be told. */
export class Unidentified extends Error {
  readonly code: Reason;

  constructor(code: Reason, message: string = errors[code].meaning) {
    super(message);
    this.code = code;
  }
}
