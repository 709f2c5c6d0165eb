/** Hexadecimal digits as PostgreSQL reads a bytea in JSON. */
export function toBytea(digits: string | null): string | null {
  return digits === null ? null : `\\x${digits}`;
}

/** A bytea as hexadecimal digits. */
export function fromBytea(bytes: Uint8Array): string;
export function fromBytea(bytes: Uint8Array | null): string | null;
export function fromBytea(bytes: Uint8Array | null): string | null {
  return bytes === null ? null : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');
}
