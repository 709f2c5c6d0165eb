/** One thing that is kept, as its holder is told of it. */
export interface Keeping {
  /** What it takes, without what it shares. */
  readonly bytes: number;
  /** The newest answer takes so many bytes. */
  answered(bytes: number): void;
  /** It is kept no more; further calls do nothing. */
  release(): void;
}

/** What is shared by several that are kept. */
interface SharedBytes {
  readonly bytes: number;
  uses: number;
}

/** How much memory is kept, as an estimate. What several share, such as a document with its plan, counts once. */
export class KeptBytes {
  readonly #shared = new Map<string, SharedBytes>();
  #total = 0;

  /** Bytes that are kept. */
  get total(): number {
    return this.#total;
  }

  /** How many bytes more it would be. @param shared names what is shared @param bytes of what is shared, and of the rest */
  cost(shared: string, bytes: { readonly shared: number; readonly own: number }): number {
    return bytes.own + (this.#shared.has(shared) ? 0 : bytes.shared);
  }

  /** Keeps something. */
  keep(shared: string, bytes: { readonly shared: number; readonly own: number }): Keeping {
    this.#total += this.cost(shared, bytes);
    const common = this.#shared.get(shared) ?? { bytes: bytes.shared, uses: 0 };
    common.uses++;
    this.#shared.set(shared, common);
    let answer = 0;
    let isKept = true;
    return {
      get bytes() {
        return bytes.own + answer;
      },
      answered: (size) => {
        if (!isKept) return;
        this.#total += size - answer;
        answer = size;
      },
      release: () => {
        if (!isKept) return;
        isKept = false;
        this.#total -= bytes.own + answer;
        if (--common.uses > 0) return;
        this.#shared.delete(shared);
        this.#total -= common.bytes;
      },
    };
  }
}
