import { z } from 'zod';
import { nearestName } from './near-names.ts';

/** One setting of a server, declared once: the reader, `--help` and docs/settings.md are all made from it. */
export interface Setting<T> {
  /** The environment variable that sets it. */
  readonly env: string;
  /** What it does, in a sentence; the unit stands in it. */
  readonly meaning: string;
  /** Reads the variable's text. */
  readonly schema: z.ZodType<T, string>;
  /** Text used when the variable is absent; undefined when the setting may be absent. */
  readonly default?: string;
  /** What a right value looks like; the default where that is absent. */
  readonly example?: string;
  /** Whether its value is told to nobody, not even where it is wrong. */
  readonly isSecret?: true;
}

type Settings = Readonly<Record<string, Setting<unknown>>>;
type Values<S extends Settings> = {
  readonly [K in keyof S]: S[K] extends Setting<infer T> ? (S[K]['default'] extends string ? T : T | undefined) : never;
};

/** The settings are wrong; each problem names the variable and how to mend it. */
export class SettingsError extends Error {
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(`These settings are wrong:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.problems = problems;
  }
}

/**
 * Reads settings from an environment.
 * @param settings what may be set
 * @param prefix variables that begin with it and are not in `settings` are refused
 * @param env usually `process.env`; an empty value counts as absent
 * @throws {SettingsError} naming every wrong or unknown variable, unknown ones with the nearest known name
 */
export function readSettings<S extends Settings>(
  settings: S,
  prefix: string,
  env: Readonly<Record<string, string | undefined>>,
): Values<S> {
  const known = Object.values(settings).map((setting) => setting.env);
  const problems = Object.keys(env)
    .filter((name) => name.startsWith(prefix) && !known.includes(name))
    .map((name) => `${name} is unknown; did you mean ${nearestName(name, known)}?`);
  const values: Record<string, unknown> = {};
  for (const [key, setting] of Object.entries(settings)) {
    const text = env[setting.env] || setting.default;
    if (text === undefined) continue;
    const parsed = setting.schema.safeParse(text);
    if (parsed.success) values[key] = parsed.data;
    else problems.push(problemOf(setting, text, parsed.error));
  }
  if (problems.length > 0) throw new SettingsError(problems);
  return values as Values<S>;
}

function problemOf(
  { env, default: preset, example = preset, isSecret }: Setting<unknown>,
  text: string,
  wrong: z.ZodError,
) {
  const told = wrong.issues.map((issue) => issue.message).join('; ');
  // Some say themselves what a right one looks like.
  const isShown = / like | such as /.test(told) || told.split(/[\s,]+/).includes(String(example));
  const such = example === undefined || isShown ? '' : `, such as ${example}`;
  return `${env}${isSecret ? '' : `=${text}`}: ${told}${such}`;
}

/** A table of settings with a row for each: variable, default, meaning. */
export function settingsTable(settings: Settings): string {
  const rows = Object.values(settings).map(
    ({ env, meaning, default: preset }) => `| \`${env}\` | ${preset ? `\`${preset}\`` : ''} | ${meaning} |`,
  );
  return ['| variable | default | meaning |', '|---|---|---|', ...rows].join('\n');
}

/** A whole number within bounds, from text. */
export function wholeNumber(least: number, most: number): z.ZodType<number, string> {
  const message = `must be a whole number from ${least} to ${most}`;
  return z
    .string()
    .regex(/^\d{1,15}$/, message)
    .transform(Number)
    .refine((value) => value >= least && value <= most, message);
}

/** One of some words. */
export function oneOf<Word extends string>(words: readonly Word[]): z.ZodType<Word, string> {
  return z.enum(words, `must be one of ${words.join(', ')}`) as unknown as z.ZodType<Word, string>;
}

/** Whether an address is one that only this machine reaches. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.(25[0-5]|2[0-4]\d|1?\d?\d)){3}$/.test(host);
}
