import { stream } from '../random/stream.ts';
import type { Author } from './types.ts';
import { VOCABULARY } from './vocabulary.ts';

const FIRST = ['小', '阿', '一只', '是', '爱吃的', '早起的', '山里的', '不困的'];
const SECOND = ['桃', '栗子', '鹿', '芋泥', '鲸', '云朵', '橘子', '麦冬', '松果', '年糕', '海盐', '豆豆'];
const ENGLISH = ['Mia', 'Leo', 'Nora', 'Ivy', 'Theo', 'Wren'];
const BRANDS = Object.values(VOCABULARY).flatMap((words) => words.brands);

/** How many of every ten write notes for a living; one is a brand, the rest are people like you and me. */
const CREATORS = 3;

/** Authors of notes and comments. */
export function makeAuthors(seed: number, count: number): Author[] {
  const random = stream(seed, 'author');
  return Array.from({ length: count }, (_, index) => {
    const place = index % 10;
    const kind = place < CREATORS ? 'CREATOR' : place === CREATORS ? 'BRAND' : 'PERSON';
    const most = kind === 'CREATOR' ? 800_000 : kind === 'BRAND' ? 200_000 : 900;
    return {
      id: `author_${index + 1}`,
      name: authorName(kind, index, random.bits(index)),
      kind,
      avatarUrl: `https://img.example/author/${index + 1}.webp`,
      followerCount: 10 + Math.floor(random.unit(index + 1) * random.unit(index + 2) * most),
    };
  });
}

function authorName(kind: Author['kind'], index: number, draw: number): string {
  if (kind === 'BRAND') return `${BRANDS[Math.floor(index / 10) % BRANDS.length]}官方`;
  if (draw % 12 === 0) return `${ENGLISH[(draw >>> 8) % ENGLISH.length]} ${index + 1}`;
  return `${FIRST[(draw >>> 4) % FIRST.length]}${SECOND[(draw >>> 12) % SECOND.length]}${index + 1}`;
}
