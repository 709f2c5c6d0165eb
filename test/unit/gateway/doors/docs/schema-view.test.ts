import { expect, test } from 'vitest';
import { fieldTree } from '../../../../../gateway/doors/docs/schema-view.ts';
import { wordsFor } from '../../../../../gateway/doors/docs/words.ts';

const WORDS = wordsFor('en', undefined);
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

test('an input object that holds itself in many ways is shown once', () => {
  const fields = ['and', 'or', 'not', 'any', 'none'].map((name) => [name, { type: 'array', items: ref('Filter') }]);
  const components = {
    Filter: { type: 'object', properties: Object.fromEntries([...fields, ['text', { type: 'string' }]]) },
  };
  const tree = fieldTree(ref('Filter'), components, WORDS)?.text ?? '';
  expect(tree.match(/<code>text<\/code>/g)).toHaveLength(1);
  expect(tree).toContain('<code>or</code> <span class="type">list of Filter</span>');
});

test('objects of several types are shown under their names', () => {
  const components = {
    'Q.Note': { type: 'object', properties: { title: { type: 'string' } } },
    'Q.Shop.2': { type: 'object', properties: { name: { type: 'string' } } },
  };
  const tree = fieldTree({ anyOf: [ref('Q.Note'), ref('Q.Shop.2')] }, components, WORDS)?.text;
  expect(tree).toMatch(/<span class="type">Note<\/span><ul.*title.*<span class="type">Shop<\/span><ul.*name/);
});
