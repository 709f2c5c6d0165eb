import { readFileSync } from 'node:fs';
import { sourceFiles } from '../source-files.ts';
import { circles } from './circles.ts';
import { forbids, forbidsPackage } from './judge.ts';
import { type Import, readImports, UnreadableImport } from './read-imports.ts';
import { importRules } from './rules.ts';

const show = ({ from, line, to }: Import) => `${from}:${line} → ${to}`;

function readAll(files: readonly string[]): { imports: Import[]; faults: string[] } {
  const imports: Import[] = [];
  const faults: string[] = [];
  for (const file of files) {
    try {
      imports.push(...readImports(file));
    } catch (error) {
      if (!(error instanceof UnreadableImport)) throw error;
      faults.push(`unreadable: ${error.message}`);
    }
  }
  return { imports, faults };
}

function findCircles(files: readonly string[], imports: readonly Import[]): string[] {
  const byFile = Map.groupBy(imports, ({ from }) => from);
  const graph = new Map(files.map((file) => [file, (byFile.get(file) ?? []).map(({ to }) => to)]));
  return circles(graph).map(
    (way) => `circle: ${way.join(' → ')}\n  Files in a circle can be neither read nor moved alone.`,
  );
}

function findUndeclared(imports: readonly Import[]): string[] {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Record<string, string> };
  const production = new Set(Object.keys(dependencies));
  return imports
    .filter((one) => forbidsPackage(one, production))
    .map((one) => `package: ${show(one)}\n  What runs in production stands on "dependencies" of package.json alone.`);
}

const files = sourceFiles();
const { imports, faults } = readAll(files);
if (imports.length === 0) faults.push(`no import was seen in ${files.length} files: the parser sees nothing`);
for (const rule of importRules) {
  const broken = imports.filter((one) => forbids(rule, one));
  faults.push(...broken.map((one) => `${rule.name}: ${show(one)}\n  ${rule.reason}`));
}
faults.push(...findUndeclared(imports), ...findCircles(files, imports));
if (faults.length > 0) {
  process.stderr.write(`${faults.join('\n')}\n`);
  process.exitCode = 1;
} else {
  process.stdout.write(`${imports.length} imports in ${files.length} files, ${importRules.length} rules\n`);
}
