/** How large a world is. */
export interface Scale {
  /** Times the figures of M. */
  readonly factor: number;
  /** Times the merchants of M. */
  readonly merchants: number;
  readonly shops: number;
  readonly products: number;
  readonly notes: number;
  readonly authors: number;
  /** Reads of the one hot note. */
  readonly hotReads: number;
}

/** S: about 1,000 events. M: about 100,000. L: about 10 million. */
export const SCALES = {
  S: { factor: 0.01, merchants: 0.1, shops: 18, products: 72, notes: 80, authors: 24, hotReads: 0 },
  M: { factor: 1, merchants: 1, shops: 120, products: 840, notes: 2_000, authors: 400, hotReads: 0 },
  L: {
    factor: 100,
    merchants: 10,
    shops: 3_000,
    products: 30_000,
    notes: 100_000,
    authors: 8_000,
    hotReads: 1_000_000,
  },
} as const satisfies Record<string, Scale>;

export type ScaleName = keyof typeof SCALES;
