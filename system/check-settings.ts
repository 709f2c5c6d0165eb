import { readConfig } from '../gateway/config.ts';
import { SettingsError } from '../settings/settings.ts';
import { commerceSettings } from '../subgraphs/commerce/settings.ts';
import { contentSettings } from '../subgraphs/content/settings.ts';
import { settingsFromEnvironment } from '../subgraphs/kit/settings.ts';

/**
 * Reads the settings of the three servers before any of them starts: what is wrong is known at once, and not after the sample world was
 * loaded.
 * @param env what the servers will be given
 * @throws {SettingsError} naming what is wrong of all of them
 */
export function checkSettings(env: NodeJS.ProcessEnv): void {
  const problems = [
    () => readConfig({}, env),
    () => settingsFromEnvironment('CONTENT', contentSettings, env),
    () => settingsFromEnvironment('COMMERCE', commerceSettings, env),
  ].flatMap(problemsOf);
  if (problems.length > 0) throw new SettingsError(problems);
}

function problemsOf(read: () => unknown): readonly string[] {
  try {
    read();
    return [];
  } catch (error) {
    if (error instanceof SettingsError) return error.problems;
    throw error;
  }
}
