import type { Position, Provider } from './position.ts';

/** The providers that somebody wants to read at each position. */
export class Demand {
  readonly #sources = new Map<Position, Provider[]>();

  /** Asks for the object that a provider has at its position; then also for those above that lead to it. */
  source(provider: Provider): void {
    const sources = this.#sources.get(provider.position);
    if (sources?.includes(provider)) return;
    if (sources) sources.push(provider);
    else this.#sources.set(provider.position, [provider]);
    if (provider.from) this.source(provider.from);
  }

  /** Where anything was asked for. */
  positions(): Iterable<Position> {
    return this.#sources.keys();
  }

  /** The providers asked for at a position, in the order of their slots; none where nothing was asked for. */
  sources(position: Position): readonly Provider[] {
    return this.#sources.get(position) ?? [];
  }
}
