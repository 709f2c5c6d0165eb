import { existsSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { parseSync, Visitor } from 'oxc-parser';

/** One file's import of another, or of a package. */
export interface Import {
  readonly from: string;
  readonly line: number;
  /** A file of ours by its path from the root, a package's as `node_modules/name/…`, a builtin as `node:name`. */
  readonly to: string;
  /** Whether only types are taken, so that nothing of it is left when the program runs. */
  readonly typesOnly: boolean;
}

/** An import that can't be told: the file is not there or has no such form that it can be read. */
export class UnreadableImport extends Error {}

type Found = { readonly start: number; readonly specifier: string; readonly typesOnly: boolean };

function staticImports(module: ReturnType<typeof parseSync>['module']): Found[] {
  const imports = module.staticImports.map(({ start, moduleRequest, entries }) => ({
    start,
    specifier: moduleRequest.value,
    typesOnly: entries.length > 0 && entries.every(({ isType }) => isType),
  }));
  const reexports = module.staticExports.flatMap(({ start, entries }) => {
    const specifier = entries.find(({ moduleRequest }) => moduleRequest)?.moduleRequest?.value;
    return specifier === undefined ? [] : [{ start, specifier, typesOnly: entries.every(({ isType }) => isType) }];
  });
  return [...imports, ...reexports];
}

/** `import('…')` as an expression and as a type, and `require('…')`. */
function otherImports(program: ReturnType<typeof parseSync>['program'], fail: (start: number) => never): Found[] {
  const found: Found[] = [];
  const add = (node: { start: number }, argument: { type: string } | undefined, typesOnly: boolean) => {
    if (argument?.type !== 'Literal' || !('value' in argument) || typeof argument.value !== 'string') fail(node.start);
    else found.push({ start: node.start, specifier: argument.value, typesOnly });
  };
  new Visitor({
    ImportExpression: (node) => add(node, node.source, false),
    TSImportType: (node) => add(node, node.source, true),
    CallExpression: (node) => {
      if (node.callee.type === 'Identifier' && node.callee.name === 'require') add(node, node.arguments[0], false);
    },
  }).visit(program);
  return found;
}

/** A specifier as a path from the root; undefined where a file of ours is named that is not there. */
function resolve(from: string, specifier: string): string | undefined {
  if (specifier.startsWith('node:')) return specifier;
  if (!specifier.startsWith('.')) return `node_modules/${specifier}`;
  const path = posix.join(posix.dirname(from), specifier);
  return existsSync(path) ? path : undefined;
}

/**
 * Every import of a file, however it is written. It is read with oxc-parser, as knip does: TypeScript 7 has no compiler API, on which
 * import checkers stand; without it they see no import and report success.
 * @param file its path from the root, which is the current folder
 * @throws {UnreadableImport} when the file can't be parsed, a computed path is imported, or what is imported is not there
 */
export function readImports(file: string): Import[] {
  const text = readFileSync(file, 'utf8');
  const lineOf = (start: number) => text.slice(0, start).split('\n').length;
  const { program, module, errors } = parseSync(file, text);
  if (errors[0]) throw new UnreadableImport(`${file}: ${errors[0].message}`);
  const fail = (start: number): never => {
    throw new UnreadableImport(`${file}:${lineOf(start)} imports a computed path, so that nobody can tell what`);
  };
  return [...staticImports(module), ...otherImports(program, fail)].map(({ start, specifier, typesOnly }) => {
    const to = resolve(file, specifier);
    if (!to) throw new UnreadableImport(`${file}:${lineOf(start)} imports ${specifier}, which is not there`);
    return { from: file, line: lineOf(start), to, typesOnly };
  });
}
