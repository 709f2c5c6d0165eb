/** An object of a subgraph's parsed answer. It may be shared by several requests and is never changed. */
export interface Data {
  readonly [key: string]: unknown;
}

/** Whether a value is a JSON object. */
export function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether every object answers to this key, so that only its own properties may be read. */
export function isInherited(key: string): boolean {
  return key in Object.prototype;
}

/** Reads a key that every object inherits: it is data only where it is the object's own. */
export function ownValue(data: Data | undefined, key: string): unknown {
  return data && Object.hasOwn(data, key) ? data[key] : undefined;
}
