import type { FetchDataRewrite } from '@apollo/query-planner';
import { type GraphQLSchema, isAbstractType, isInterfaceType, isObjectType } from 'graphql';

const FRAGMENT = '... on ';

/**
 * Applies a plan's rewrites to a value, in place: call it with a copy that nobody else reads.
 * Only the object's own properties are read and set.
 * @param schema the supergraph's schema, which tells whether an object is of a rewrite's type
 */
export function applyRewrites(schema: GraphQLSchema, rewrites: readonly FetchDataRewrite[], value: unknown): void {
  for (const rewrite of rewrites) {
    const last = rewrite.path.at(-1);
    if (last !== undefined)
      applyAt(schema, rewrite.path.slice(0, -1), value, (target) => rewriteKey(target, last, rewrite));
  }
}

function rewriteKey(target: Record<string, unknown>, key: string, rewrite: FetchDataRewrite): void {
  if (rewrite.kind === 'ValueSetter') {
    setOwn(target, key, rewrite.setValueTo);
  } else if (Object.hasOwn(target, key)) {
    const value = target[key];
    delete target[key];
    setOwn(target, rewrite.renameKeyTo, value);
  }
}

/** Assignment to `__proto__` would not make a property; a definition does. */
function setOwn(target: Record<string, unknown>, key: string, value: unknown): void {
  Object.defineProperty(target, key, { value, configurable: true, enumerable: true, writable: true });
}

function applyAt(
  schema: GraphQLSchema,
  path: readonly string[],
  value: unknown,
  rewrite: (target: Record<string, unknown>) => void,
): void {
  if (Array.isArray(value)) {
    for (const item of value) applyAt(schema, path, item, rewrite);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  const target = value as Record<string, unknown>;
  const [first, ...rest] = path;
  if (first === undefined) {
    rewrite(target);
  } else if (!first.startsWith(FRAGMENT)) {
    if (Object.hasOwn(target, first)) applyAt(schema, rest, target[first], rewrite);
  } else {
    const typename = target.__typename;
    const fits = typeof typename !== 'string' || isOfType(schema, typename, first.slice(FRAGMENT.length));
    if (fits) applyAt(schema, rest, value, rewrite);
  }
}

/** Whether the type named `typename` is the type named `condition` or one of its subtypes. */
export function isOfType(schema: GraphQLSchema, typename: string, condition: string): boolean {
  if (typename === condition) return true;
  const type = schema.getType(typename);
  const abstract = schema.getType(condition);
  if (!isAbstractType(abstract) || !(isObjectType(type) || isInterfaceType(type))) return false;
  return schema.isSubType(abstract, type);
}
