/** An answer as Apollo Server makes it. */
interface Result {
  readonly errors?: unknown;
  readonly data?: unknown;
  readonly extensions?: unknown;
}

/** What stands behind a rendered `data`: its text, and its value once somebody looked at it. */
interface Rendered {
  readonly text: string;
  value: Record<string, unknown> | undefined;
}

const renderings = new WeakMap<object, Rendered>();

/**
 * A `data` that is written as JSON text already. To plugins it is an object like any other, which is parsed when the first of
 * them looks at it; where none does, `stringifyResult` writes the text as it is.
 * @param text JSON text of an object, or `null`
 */
export function renderedData(text: string): Record<string, unknown> | null {
  if (text === 'null') return null;
  const rendered: Rendered = { text, value: undefined };
  const value = (): Record<string, unknown> => {
    rendered.value ??= JSON.parse(text) as Record<string, unknown>;
    return rendered.value;
  };
  const data = new Proxy<Record<string, unknown>>(
    {},
    {
      get: (_target, key) => Reflect.get(value(), key),
      set: (_target, key, given) => Reflect.set(value(), key, given),
      has: (_target, key) => Reflect.has(value(), key),
      deleteProperty: (_target, key) => Reflect.deleteProperty(value(), key),
      ownKeys: () => Reflect.ownKeys(value()),
      defineProperty: (_target, key, descriptor) =>
        Reflect.defineProperty(value(), key, { ...descriptor, configurable: true }),
      getOwnPropertyDescriptor: (_target, key) => Reflect.getOwnPropertyDescriptor(value(), key),
    },
  );
  renderings.set(data, rendered);
  return data;
}

/**
 * Writes an answer as JSON text, for Apollo Server's option of this name: data that is text already, and that no plugin looked at (it
 * may have changed it), is not written again.
 */
export function stringifyResult(result: Result): string {
  const { errors, data, extensions } = result;
  const rendered = typeof data === 'object' && data !== null ? renderings.get(data) : undefined;
  if (!rendered || rendered.value)
    return JSON.stringify(rendered ? { errors, data: rendered.value, extensions } : result);
  const before = errors === undefined ? '' : `"errors":${JSON.stringify(errors)},`;
  const after = extensions === undefined ? '' : `,"extensions":${JSON.stringify(extensions)}`;
  return `{${before}"data":${rendered.text}${after}}`;
}
