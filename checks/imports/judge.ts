import type { Import } from './read-imports.ts';
import type { ImportRule } from './rules.ts';

/** Whether a rule forbids an import. */
export function forbids(rule: ImportRule, { from, to, typesOnly }: Import): boolean {
  const caught = new RegExp(rule.from).exec(from);
  if (!caught || (rule.notFrom && new RegExp(rule.notFrom).test(from))) return false;
  if (typesOnly && rule.typesMay) return false;
  const matches = (pattern: string) => new RegExp(pattern.replaceAll('$1', caught[1] ?? '')).test(to);
  return matches(rule.to) && !(rule.notTo !== undefined && matches(rule.notTo));
}

/** What runs in production. */
const PRODUCTION = /^(gateway|subgraphs|settings|schema|system)\/|^start\.ts$/;
const PACKAGE = /^node_modules\/((?:@[^/]+\/)?[^/]+)/;

/** Whether production code imports, for more than types, a package that `npm ci --omit=dev` does not install. */
export function forbidsPackage({ from, to, typesOnly }: Import, production: ReadonlySet<string>): boolean {
  const name = PACKAGE.exec(to)?.[1];
  return name !== undefined && !typesOnly && PRODUCTION.test(from) && !production.has(name);
}
