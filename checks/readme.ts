import { readFile, writeFile } from 'node:fs/promises';
import { readCommandLine } from '../settings/command-line.ts';
import { readmeTables } from './readme-tables.ts';

const HELP = `Writes the README's tables from the code that they describe: settings, errors, figures.

  node checks/readme.ts            write them
  node checks/readme.ts --check    write nothing; fail when one is stale

Example: npm run readme -- --check`;

/** Puts each table between its marks, `<!-- name -->` and `<!-- /name -->`. */
function withTables(readme: string, tables: Readonly<Record<string, string>>): string {
  return Object.entries(tables).reduce((text, [name, table]) => {
    const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
    const [from, to] = [text.indexOf(begin), text.indexOf(end)];
    if (from < 0 || to < from) throw new Error(`README.md has no ${begin} … ${end}`);
    return `${text.slice(0, from + begin.length)}\n${table}\n${text.slice(to)}`;
  }, readme);
}

const { values } = readCommandLine({ options: { check: { type: 'boolean' }, help: { type: 'boolean' } } });
if (values.help) {
  process.stdout.write(`${HELP}\n`);
} else {
  const readme = await readFile('README.md', 'utf8');
  const written = withTables(readme, await readmeTables());
  if (!values.check) {
    await writeFile('README.md', written);
  } else if (written !== readme) {
    process.stderr.write('README.md is stale: run npm run readme, and commit what it writes\n');
    process.exitCode = 1;
  }
}
