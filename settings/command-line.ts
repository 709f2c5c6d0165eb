import { type ParseArgsConfig, parseArgs } from 'node:util';

/**
 * Reads a command's flags and words.
 * What can't be read is told in a sentence, and the process ends with status 2, as commands do that were called wrongly.
 */
export function readCommandLine<Config extends ParseArgsConfig>(config: Config): ReturnType<typeof parseArgs<Config>> {
  try {
    return parseArgs(config);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error} (--help tells what there is)\n`);
    process.exit(2);
  }
}
