/** A product by the marketplace's own id: all that this platform knows of it. */
export interface ProductName {
  readonly platformId: string;
  readonly platformProductId: string;
}

/** A video, and what it shows. */
export interface Clip {
  /** Global: it begins with the type of what it names. */
  readonly id: string;
  readonly title: string;
  readonly seconds: number;
  /** ISO 8601, in UTC. */
  readonly publishedAt: string;
  readonly products: readonly ProductName[];
}

const SUNSCREEN: ProductName = { platformId: 'platform_tmall', platformProductId: '620000004320' };
const SHOES: ProductName = { platformId: 'platform_taobao', platformProductId: '620000009737' };
const CAMERA: ProductName = { platformId: 'platform_tmall', platformProductId: '620000073481' };

/** The platform's clips, the newest first; they show products of RedCat's sample world. */
export const CLIPS: readonly Clip[] = [
  {
    id: 'clip_3',
    title: '一台拍立得走完海岸线',
    seconds: 412,
    publishedAt: '2025-05-06T11:30:00.000Z',
    products: [CAMERA, SUNSCREEN],
  },
  {
    id: 'clip_2',
    title: '徒步鞋怎么选，三双走给你看',
    seconds: 655,
    publishedAt: '2025-05-03T09:00:00.000Z',
    products: [SHOES],
  },
  {
    id: 'clip_1',
    title: '在海边站一天，这支防晒到底行不行',
    seconds: 187,
    publishedAt: '2025-04-28T04:15:00.000Z',
    products: [SUNSCREEN],
  },
];
