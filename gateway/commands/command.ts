import type { ParseArgsOptionsConfig } from 'node:util';

/** The values of a command's flags. */
export type Flags = Readonly<Record<string, string | boolean | undefined>>;

/** A subcommand of the gateway's command line. */
export interface Command {
  /** One line, for the list of commands. */
  readonly summary: string;
  /** What it takes and gives, with an example. */
  readonly help: string;
  readonly flags: ParseArgsOptionsConfig;
  /** Whether it takes words beside its flags. */
  readonly takesWords?: true;
  /** Resolves with the exit status; a server that runs on resolves once it listens, with none. */
  run(flags: Flags, words: readonly string[]): Promise<number | undefined>;
}
