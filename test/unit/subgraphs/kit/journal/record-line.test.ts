import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeRecords, encodeRecord } from '../../../../../subgraphs/kit/journal/record-line.ts';

const texts = fc.array(fc.string({ unit: 'grapheme', maxLength: 60 }).map((text) => text.replaceAll('\n', ' ')));

it('reads what was written, and where it stopped', () => {
  fc.assert(
    fc.property(texts, fc.nat(20), (records, most) => {
      const lines = records.map(encodeRecord);
      const read = decodeRecords(Buffer.concat(lines), most);
      const expected = records.slice(0, most);
      const bytes = lines.slice(0, most).reduce((sum, line) => sum + line.length, 0);
      expect(read).toEqual({ records: expected, bytes, damaged: 0 });
    }),
  );
});

it('keeps every record that stands before or after the damage, wherever it is', () => {
  fc.assert(
    fc.property(fc.array(fc.uuid(), { minLength: 1, maxLength: 20 }), fc.nat(), fc.nat(255), (records, at, byte) => {
      const bytes = Buffer.concat(records.map(encodeRecord));
      bytes[at % bytes.length] = byte;
      const read = decodeRecords(bytes, 100);
      // A broken end of a line spoils the two that it stood between.
      expect(read.records.length).toBeGreaterThanOrEqual(records.length - 2);
      expect(records).toEqual(expect.arrayContaining([...read.records]));
    }),
  );
});

it('leaves a line without an end alone', () => {
  const whole = encodeRecord('one');
  const torn = encodeRecord('two').subarray(0, -1);
  expect(decodeRecords(Buffer.concat([whole, torn]), 10)).toEqual({
    records: ['one'],
    bytes: whole.length,
    damaged: 0,
  });
});

it.each(['two\nlines', 'x'.repeat(20_000)])('refuses what is not one line of a bounded length', (text) => {
  expect(() => encodeRecord(text)).toThrow(RangeError);
});
