import { errors, type JWTPayload, type JWTVerifyGetKey, type JWTVerifyOptions, jwtVerify } from 'jose';

/** A token that holds. */
interface VerifiedToken {
  readonly payload: JWTPayload;
  /** By which it was signed, as `find` gave it. */
  readonly key: object;
}

/**
 * Verifies a token. Of one that does not say by which of several keys it was signed (`kid` may be left out:
 * https://www.rfc-editor.org/rfc/rfc7515#section-4.1.4), each is tried: an issuer that exchanges its key publishes two for a while.
 * @throws {errors.JOSEError} (the promise), or what `find` fails by
 */
export async function verifiedToken(
  token: string,
  find: JWTVerifyGetKey,
  options: JWTVerifyOptions,
): Promise<VerifiedToken> {
  try {
    return await jwtVerify(token, find, options);
  } catch (error) {
    if (!(error instanceof errors.JWKSMultipleMatchingKeys)) throw error;
    for await (const key of error) {
      const held = await jwtVerify(token, key, options).catch((failure) => {
        if (failure instanceof errors.JWSSignatureVerificationFailed) return undefined;
        throw failure;
      });
      if (held) return { payload: held.payload, key };
    }
    throw new errors.JWSSignatureVerificationFailed();
  }
}
