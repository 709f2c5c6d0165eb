/** FNV-1a: a number from 0 to 2^32 - 1 that depends on the whole text. */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193) >>> 0;
  value ^= value >>> 15;
  return Math.imul(value, 0x2c1b3c6d) >>> 0;
}

/** A value of a leaf type. */
export function leafValue(type: string, number: number): unknown {
  switch (type) {
    case 'Int':
      return [number % 1000, -(number % 7), 2147483647, -2147483648][number % 4];
    case 'Float':
      return [(number % 1000) / 8, 1e21, -0, 5e-324, number % 9, 0.1][number % 6];
    case 'Boolean':
      return number % 2 === 0;
    case 'Color':
      return COLORS[number % 9] ?? (number % 2 === 0 ? 'RED' : 'GREEN');
    case 'Any':
      return ANYTHING[number % ANYTHING.length];
    default:
      return TEXTS[number % TEXTS.length];
  }
}

/** Clients may not see the first. */
const COLORS = ['HIDDEN'];

const TEXTS = [
  'plain',
  '小红书 笔记',
  'a "quoted" one',
  'back\\slash',
  'line\nbreak',
  '',
  '\u2028 and 😀',
  '</script>',
  'null',
  'lone \ud800 surrogate',
  '__proto__',
];

const ANYTHING = [
  JSON.parse('{"__proto__":{"a":1},"constructor":3,"text":"x\\u0000"}'),
  'x',
  9007199254740992,
  -1e300,
  [],
  [[], [null, [{}]]],
  false,
  0.1,
  { id: 'E0-1', __typename: 'E1' },
  '',
];
