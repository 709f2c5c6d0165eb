import { describe, expect, test } from 'vitest';
import { parseUtf8Json, plainText, receivedText, utf8Bytes, utf8Text } from '../../../gateway/utf8-text.ts';

const TEXTS = ['', 'plain', '红猫 é ñ', '🐈‍⬛', '\u0000\u007f\u0080\u07ff\u0800\uffff'];

describe('UTF-8 text', () => {
  test.each(TEXTS)('%j is what it was when it is read again, and its bytes are those of its UTF-8', (text) => {
    const utf8 = utf8Text(text);
    expect(plainText(utf8)).toBe(text);
    expect(utf8Bytes(utf8)).toEqual(Buffer.from(text));
    expect(receivedText(Buffer.from(text))).toBe(utf8);
  });

  test('has a replacement for each sequence of bytes that is none', () => {
    const received = receivedText(Buffer.from([0x61, 0xff, 0xe7, 0xba, 0x62]));
    expect(plainText(received)).toBe('a\ufffd\ufffdb');
  });
});

/** What is told to clients of JSON that a subgraph sent. */
const told = (json: string) => JSON.parse(utf8Bytes(utf8Text(JSON.stringify(parsed(json)))).toString());
const parsed = (json: string) => JSON.parse(plainText(JSON.stringify(parseUtf8Json(utf8Text(json))) as never));

describe('JSON of UTF-8 text', () => {
  test.each([
    '"红猫"',
    String.raw`"\u7ea2\u732b"`,
    String.raw`"\uD83D\uDC08 cat"`,
    String.raw`"\ud83d\udc08\u7ea2"`,
    String.raw`"\\u7ea2 \" \/ \b\f\n\r\t \u0000 \u001f \u007f \u0080"`,
    String.raw`"\\\u7ea2\\"`,
    String.raw`{"\u540d":["\u00e9",{"价":1.5e3}]}`,
    String.raw`"\u7ea2\udc08"`,
    String.raw`"\ud83d"`,
    String.raw`"\ud83dx\ud83d\ud83d\udc08"`,
    String.raw`"\ud83d\u7ea2"`,
    String.raw`"\u0041\ud83d\u0042"`,
  ])('%s holds the same strings as any JSON', (json) => {
    expect(parsed(json)).toEqual(JSON.parse(json));
    expect(told(json)).toEqual(JSON.parse(json));
  });

  test('is refused where it is none', () => {
    for (const json of [String.raw`"\u7ea"`, String.raw`\u7ea2`, '{', String.raw`"\x"`]) {
      expect(() => parseUtf8Json(utf8Text(json))).toThrow(SyntaxError);
    }
  });
});
