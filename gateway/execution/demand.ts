import type { Placement, Position, Provider } from './positions.ts';

/**
 * What a walk over the answer carries at a position: the object that a provider has for it, or the numbers under which
 * an entity fetch asked for the objects at or below it.
 */
export type Channel =
  | { readonly kind: 'source'; readonly provider: Provider }
  | { readonly kind: 'numbers'; readonly placement: Placement };

/**
 * The channels that a walk needs at each position. What is needed at a position is needed, in some form, at every position above it.
 */
export class Demand {
  readonly #channels = new Map<Position, Channel[]>();

  /** Asks for the object that a provider has at its position. */
  source(provider: Provider): void {
    const { position } = provider;
    const channels = this.#at(position);
    if (channels.some((channel) => channel.kind === 'source' && channel.provider === provider)) return;
    const sources = channels.filter((channel) => channel.kind === 'source').length;
    channels.splice(sources, 0, { kind: 'source', provider });
    if (provider.from) this.source(provider.from);
    if (provider.kind === 'entity' && provider.placement && position.parent) {
      this.#numbers(provider.placement, position.parent);
    }
  }

  /** The channels at a position, in the order of their slots, sources first; none where nothing was asked for. */
  channels(position: Position): readonly Channel[] {
    return this.#channels.get(position) ?? [];
  }

  slotOf(provider: Provider): number {
    return this.channels(provider.position).findIndex(
      (channel) => channel.kind === 'source' && channel.provider === provider,
    );
  }

  #numbers(placement: Placement, position: Position): void {
    const channels = this.#at(position);
    if (channels.some((channel) => channel.kind === 'numbers' && channel.placement === placement)) return;
    channels.push({ kind: 'numbers', placement });
    if (position.parent) this.#numbers(placement, position.parent);
  }

  #at(position: Position): Channel[] {
    let channels = this.#channels.get(position);
    if (!channels) {
      channels = [];
      this.#channels.set(position, channels);
    }
    return channels;
  }
}
