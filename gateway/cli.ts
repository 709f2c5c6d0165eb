#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { SettingsError } from '../settings/settings.ts';
import { check } from './commands/check.ts';
import { clients } from './commands/clients.ts';
import type { Command } from './commands/command.ts';
import { compose } from './commands/compose.ts';
import { operations } from './commands/operations.ts';
import { plan } from './commands/plan.ts';
import { start } from './commands/start.ts';
import { usage } from './commands/usage.ts';
import { Mendable } from './errors/mendable.ts';
import { OWN_COMMAND } from './process/own-command.ts';

const commands: Readonly<Record<string, Command>> = { start, compose, check, plan, clients, operations, usage };

const HELP = `A GraphQL federation gateway.

  ${OWN_COMMAND} <command> [flags]

${Object.entries(commands)
  .map(([name, { summary }]) => `  ${name.padEnd(12)}${summary}`)
  .join('\n')}
  help        print this; <command> --help tells more

Example: ${OWN_COMMAND} start --supergraph schema/supergraph.graphql`;

/** Runs a command line. @returns the exit status; undefined while a server runs on */
async function run([name = 'help', ...rest]: string[]): Promise<number | undefined> {
  if (name === 'help' || name === '--help' || name === '-h') return say(HELP);
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) throw new Mendable(`There is no command ${name}.\n\n${HELP}`);
  const options = { ...command.flags, help: { type: 'boolean', short: 'h' } } as const;
  const { values, positionals } = parseArgs({ args: rest, options, allowPositionals: command.takesWords ?? false });
  const { help, ...flags } = values as Record<string, string | boolean>;
  return help ? say(command.help) : command.run(flags, positionals);
}

function say(text: string): number {
  process.stdout.write(`${text}\n`);
  return 0;
}

/** What a person can mend is told in its message; anything else is a fault of ours, and shows where. */
function told(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? String(error.code) : '';
  if (code === 'EADDRINUSE') return `${error.message}; PORT chooses another port`;
  return error instanceof Mendable || isCalledWrongly(error) ? error.message : String(error.stack);
}

/** Whether nothing was begun, for flags or settings that are wrong. */
function isCalledWrongly(error: unknown): boolean {
  return (
    error instanceof SettingsError ||
    (error instanceof Error && String(Object(error).code).startsWith('ERR_PARSE_ARGS'))
  );
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${told(error)}\n`);
  process.exitCode = isCalledWrongly(error) ? 2 : 1;
}
