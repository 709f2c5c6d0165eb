import type { FetchStep, PlanPath } from '../../planning/plan-steps.ts';

/** One place at which a fetch puts what it brings. */
export interface Placement {
  /** Dense, from 0, over all fetches of the plan. */
  readonly id: number;
  readonly fetch: FetchStep;
  readonly path: PlanPath;
  readonly position: Position;
}

/**
 * Where the fields of an object at a position come from: `data` is a fetch of root fields, `inherit` a field of a
 * provider of the parent position, `entity` what an entity fetch brought for the object.
 */
export interface Provider {
  readonly kind: 'data' | 'inherit' | 'entity';
  /** Dense, from 0, over all providers of the plan. */
  readonly id: number;
  readonly position: Position;
  readonly fetch: FetchStep;
  readonly from?: Provider;
  readonly placement?: Placement;
  /** Whether it is there for every object of the position, whatever the types on the way. */
  certain: boolean;
}

/** A provider that selects a field; `always` when it does so for every object of the position. */
interface FieldSource {
  readonly provider: Provider;
  readonly always: boolean;
  /** The type conditions, from outside to inside, of each place in the provider's selection where it does. */
  readonly conditions: readonly (readonly string[])[];
}

/** A place in the answer: all objects reached by one sequence of response keys. */
export class Position {
  readonly parent: Position | undefined;
  readonly key: string;
  /** Dense, from 0 (the root), over the tree. */
  readonly id: number;
  readonly children = new Map<string, Position>();
  readonly providers: Provider[] = [];
  readonly #fields = new Map<string, FieldSource[]>();
  /** Fields that a fetch selects only under conditions that do not hold. */
  readonly excluded = new Set<string>();
  /** Whether its objects have rows (see `Rows`): where something is placed at or below it. */
  hasRows = false;
  /** How many ids of each kind the tree has given. */
  readonly #counts: { positions: number; providers: number; recalls: number };

  constructor(parent?: Position, key = '') {
    this.parent = parent;
    this.key = key;
    this.#counts = parent ? parent.#counts : { positions: 0, providers: 0, recalls: 0 };
    this.id = this.#counts.positions++;
  }

  child(key: string): Position {
    let child = this.children.get(key);
    if (!child) {
      child = new Position(this, key);
      this.children.set(key, child);
    }
    return child;
  }

  /** The providers that are fields of an object above. */
  get inherits(): readonly Provider[] {
    return this.providers.filter(({ kind }) => kind === 'inherit');
  }

  /** Gives the objects here, and those on the way to them, rows. */
  keepRows(): void {
    for (let position: Position | undefined = this; position; position = position.parent) position.hasRows = true;
  }

  /** A new id for what is recalled (see `recalling`): dense, from 0, over the tree. */
  recallId(): number {
    return this.#counts.recalls++;
  }

  /** What a fetch brings for this position itself. */
  addPlaced(kind: 'data' | 'entity', placement: Placement): Provider {
    return this.#add({ kind, fetch: placement.fetch, placement, certain: kind === 'data' });
  }

  /** What a provider of the parent position has under this position's key. */
  addInherited(from: Provider, certain: boolean): Provider {
    const known = this.providers.find((provider) => provider.from === from);
    if (!known) return this.#add({ kind: 'inherit', fetch: from.fetch, from, certain });
    known.certain ||= certain;
    return known;
  }

  #add(provider: Omit<Provider, 'id' | 'position'>): Provider {
    const added = { ...provider, id: this.#counts.providers++, position: this };
    this.providers.push(added);
    return added;
  }

  /** Notes that a provider of this position selects a field. */
  addSource(key: string, provider: Provider, always: boolean, conditions: readonly string[]): void {
    const sources = this.#fields.get(key) ?? [];
    this.#fields.set(key, sources);
    const index = sources.findIndex((source) => source.provider === provider);
    const known = sources[index];
    if (!known) sources.push({ provider, always, conditions: [conditions] });
    else sources[index] = { provider, always: known.always || always, conditions: [...known.conditions, conditions] };
  }

  /**
   * Whether any provider selects a field for objects of one type.
   * @param fits whether objects of the type meet a type condition
   */
  isSelected(key: string, among: (provider: Provider) => boolean, fits: (condition: string) => boolean): boolean {
    const sources = this.#fields.get(key) ?? [];
    return sources.some(({ provider, conditions }) => among(provider) && conditions.some((each) => each.every(fits)));
  }

  /** Whether any fetch selects this field here. */
  hasField(key: string): boolean {
    return this.#fields.has(key);
  }

  /**
   * Providers of a field in the order to ask them. Where an object itself always carries the field, what an entity fetch
   * brought for that object could only repeat it and is left out.
   */
  sourcesOf(key: string, among: (provider: Provider) => boolean): Provider[] {
    const sources = (this.#fields.get(key) ?? []).filter(({ provider }) => among(provider));
    const carried = sources.some(({ provider, always }) => always && provider.kind !== 'entity');
    return sources.map(({ provider }) => provider).filter((provider) => !carried || provider.kind !== 'entity');
  }

  /** Every provider of a field, latest first: whoever came later knows an interface object's type better. */
  typenameSources(among: (provider: Provider) => boolean): Provider[] {
    const sources = this.#fields.get('__typename') ?? [];
    return sources
      .map(({ provider }) => provider)
      .filter(among)
      .reverse();
  }
}
