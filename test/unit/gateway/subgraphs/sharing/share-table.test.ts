import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Shareable,
  type Shared,
  ShareTable,
  shareHash,
  textHash,
} from '../../../../../gateway/subgraphs/sharing/share-table.ts';

const hashOf = (key: Shareable) => shareHash(key, textHash(key.identity));

function entry(key: Shareable, hash = hashOf(key)): Shared {
  return { ...key, hash, next: undefined };
}

const few = fc.constantFrom('', 'a', 'b', 'aa', 'x'.repeat(300), `${'x'.repeat(299)}y`);
const keys = fc.record({ body: few, identity: few, person: fc.option(few, { nil: undefined }) });

describe('the table of what is under way', () => {
  test('finds what was added last of those that are equal, and nothing that was taken out', () => {
    // Few hashes, so that buckets are shared.
    const steps = fc.array(fc.record({ key: keys, hash: fc.constantFrom(1, 1025, 2), remove: fc.boolean() }), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(steps, (list) => {
        const table = new ShareTable<Shared>();
        const model: Shared[] = [];
        for (const { key, hash, remove } of list) {
          const same = (one: Shared) =>
            one.hash === hash && one.body === key.body && one.identity === key.identity && one.person === key.person;
          const known = model.findLast(same);
          expect(table.find(key, hash)).toBe(known);
          if (remove && known) {
            table.delete(known);
            table.delete(known);
            model.splice(model.indexOf(known), 1);
          } else {
            const added = entry(key, hash);
            table.add(added);
            model.push(added);
          }
          expect(table.size).toBe(model.length);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('has one number for equal questions, and others for those that differ where requests do', () => {
    const body = (id: number) => `{"query":"${'q'.repeat(500)}","variables":{"id":"note_${id}","first":10}}`;
    const hashes = new Set<number>();
    for (let id = 0; id < 1000; id++) hashes.add(hashOf({ body: body(id), identity: '[]', person: undefined }));
    for (let id = 0; id < 1000; id++) hashes.add(hashOf({ body: body(1), identity: `["v${id}"]`, person: undefined }));
    for (let id = 0; id < 1000; id++) hashes.add(hashOf({ body: body(1), identity: '[]', person: `v${id}` }));
    expect(hashes.size).toBeGreaterThan(2950);
    fc.assert(fc.property(keys, (key) => hashOf(key) === hashOf({ ...key })));
  });
});
