import { readFile, writeFile } from 'node:fs/promises';
import { readCommandLine } from '../settings/command-line.ts';
import { readmeTables } from './readme-tables.ts';

const HELP = `Writes the tables of README and docs from the code that they describe: settings, errors, figures.

  node checks/readme.ts            write them
  node checks/readme.ts --check    write nothing; fail when one is stale

Example: npm run readme -- --check`;

/** The pages with tables. */
const PAGES = ['README.md', 'docs/settings.md', 'docs/errors.md'];

/** Puts each table that the page has between its marks, `<!-- name -->` and `<!-- /name -->`; `placed` takes their names. */
function withTables(page: string, tables: Readonly<Record<string, string>>, placed: Set<string>): string {
  return Object.entries(tables).reduce((text, [name, table]) => {
    const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
    const [from, to] = [text.indexOf(begin), text.indexOf(end)];
    if (from < 0 || to < from) return text;
    placed.add(name);
    return `${text.slice(0, from + begin.length)}\n${table}\n${text.slice(to)}`;
  }, page);
}

const { values } = readCommandLine({ options: { check: { type: 'boolean' }, help: { type: 'boolean' } } });
if (values.help) {
  process.stdout.write(`${HELP}\n`);
} else {
  const tables = await readmeTables();
  const placed = new Set<string>();
  for (const file of PAGES) {
    const page = await readFile(file, 'utf8');
    const written = withTables(page, tables, placed);
    if (written === page) continue;
    if (values.check) {
      process.stderr.write(`${file} is stale: run npm run readme, and commit what it writes\n`);
      process.exitCode = 1;
    } else {
      await writeFile(file, written);
    }
  }
  for (const name of Object.keys(tables).filter((each) => !placed.has(each))) {
    process.stderr.write(`no page has <!-- ${name} --> … <!-- /${name} -->\n`);
    process.exitCode = 1;
  }
}
