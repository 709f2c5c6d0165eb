import { expect, test } from 'vitest';
import { SettingsError } from '../../../settings/settings.ts';
import { commerceSettings } from '../../../subgraphs/commerce/settings.ts';
import { contentSettings } from '../../../subgraphs/content/settings.ts';
import { checkSettings } from '../../../system/check-settings.ts';

function problems(env: Record<string, string>): readonly string[] {
  try {
    checkSettings(env);
    return [];
  } catch (error) {
    if (error instanceof SettingsError) return error.problems;
    throw error;
  }
}

test('what is wrong in the settings of the three servers is told together', () => {
  const env = { GATEWAY_COST_LIMIT: 'x', CONTENT_LINKS_PER_NOTE: '0', COMMERCE_LOG_LEVEL: 'loud', COMMERCE_PROT: '1' };
  expect(problems(env)).toEqual([
    'GATEWAY_COST_LIMIT=x: must be a whole number from 1 to 1000000000000, such as 100000',
    'CONTENT_LINKS_PER_NOTE=0: must be a whole number from 1 to 100, such as 20',
    'COMMERCE_PROT is unknown; did you mean COMMERCE_PORT?',
    'COMMERCE_LOG_LEVEL=loud: must be one of debug, info, warn, error, silent',
  ]);
});

test('keys by which a subgraph would know nobody are told of, and secrets are not told', () => {
  expect(problems({ CONTENT_CLAIMS_KEYS: 'no/such/file' })).toEqual([
    expect.stringMatching(/^CONTENT_CLAIMS_KEYS=no\/such\/file: must be a file that is there, a URL, or a JWKS/),
  ]);
  expect(problems({ COMMERCE_CLAIMS_KEYS: '{}' })).toHaveLength(1);
  expect(problems({ COMMERCE_PERSON_KEY: 'hush' }).join()).not.toContain('hush');
});

test.each([...Object.values(contentSettings), ...Object.values(commerceSettings)])(
  '$env has an example that is right',
  (setting) => {
    const { schema, ...rest } = setting as {
      schema: { parse(text: string): unknown };
      default?: string;
      example?: string;
    };
    const example = rest.example ?? rest.default;
    if (example !== undefined) expect(() => schema.parse(example)).not.toThrow();
  },
);
