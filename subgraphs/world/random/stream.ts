const GOLDEN = 0x9e3779b9;
const TWO_32 = 0x1_0000_0000;

/** Murmur3's finaliser: a bijection of 32 bits that scatters its input (Appleby, MurmurHash3, public domain). */
export function fmix32(value: number): number {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** FNV-1a over UTF-16 code units: a stream's name as a number. */
function nameHash(name: string): number {
  let h = 0x811c9dc5;
  for (let at = 0; at < name.length; at += 1) h = Math.imul(h ^ name.charCodeAt(at), 0x01000193);
  return h >>> 0;
}

/** Random numbers by index: the same index gives the same number, whatever was asked before. */
export interface Stream {
  /** 32 bits. */
  bits(index: number): number;
  /** In [0, 1). */
  unit(index: number): number;
  /** A whole number in [0, n). */
  below(index: number, n: number): number;
  /** One of a list. */
  pick<T>(index: number, list: readonly T[]): T;
}

/** The key that a seed and a stream's name make together. */
export function streamKey(seed: number, name: string): number {
  return fmix32(fmix32(seed + GOLDEN) ^ nameHash(name));
}

/** The stream of a seed that has a name; streams of different names are independent. */
export function stream(seed: number, name: string): Stream {
  const key = streamKey(seed, name);
  const second = fmix32(key ^ GOLDEN);
  const bits = (index: number) => fmix32(fmix32(index ^ key) + second);
  const below = (index: number, n: number) => Math.floor((bits(index) / TWO_32) * n);
  return {
    bits,
    below,
    unit: (index) => bits(index) / TWO_32,
    pick: (index, list) => {
      const item = list[below(index, list.length)];
      if (item === undefined) throw new RangeError('An empty list has nothing to pick.');
      return item;
    },
  };
}
