import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Keeping, KeptBytes } from '../../../../gateway/live/kept-bytes.ts';

test('the total is what is kept: what is shared once, each one’s own, and its newest answer; nothing once all is released', () => {
  const step = fc.record({
    shared: fc.constantFrom('a', 'b'),
    own: fc.nat(1000),
    answers: fc.array(fc.nat(1000), { maxLength: 3 }),
    released: fc.nat(3),
  });
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      const kept = new KeptBytes();
      const held: { readonly shared: string; readonly keeping: Keeping }[] = [];
      for (const { shared, own, answers, released } of steps) {
        const before = kept.total;
        const cost = kept.cost(shared, { shared: 5000, own });
        const keeping = kept.keep(shared, { shared: 5000, own });
        expect(kept.total).toBe(before + cost);
        for (const size of answers) keeping.answered(size);
        held.push({ shared, keeping });
        for (const gone of held.splice(0, released)) {
          gone.keeping.release();
          gone.keeping.release();
          gone.keeping.answered(7);
        }
        const documents = new Set(held.map((each) => each.shared)).size;
        const rest = held.reduce((sum, each) => sum + each.keeping.bytes, 0);
        expect(kept.total).toBe(5000 * documents + rest);
      }
    }),
  );
});
