import type { Choices } from './choices.ts';

/** A field that a `@requires` asks for. */
export interface Requirement {
  readonly name: string;
  /** Its arguments as a field set writes them, with parentheses; empty for none. */
  readonly args: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly below: readonly Requirement[];
}

/** A field of a type of the world, and which subgraphs resolve it. */
export interface WorldField {
  readonly name: string;
  /** The type as SDL writes it. */
  readonly type: string;
  /** The object, interface or union that it leads to. */
  readonly target?: string;
  readonly subgraphs: readonly string[];
  /** Whether it takes the world's arguments (see `ARGUMENTS`). */
  readonly argument?: boolean;
  /** What of the same entity its resolver needs, resolved elsewhere. */
  readonly requires?: readonly Requirement[];
  /** A field of its target that it resolves too (`@provides`). */
  readonly provides?: string;
  /** The subgraph from which it was taken (`@override`), whose values are wrong. */
  readonly overridden?: string;
  readonly inaccessible?: boolean;
  /** Where an argument of it comes from the context (`@fromContext`): the arguments of the field there. */
  readonly context?: { readonly n: number };
}

/** A key by which a subgraph knows an entity. */
export interface WorldKey {
  readonly fields: string;
  readonly resolvable: boolean;
}

export interface WorldType {
  readonly name: string;
  readonly kind: 'entity' | 'value' | 'root';
  /** Keys by subgraph; a subgraph that is not in it does not know the entity. */
  readonly keys: ReadonlyMap<string, readonly WorldKey[]>;
  readonly fields: readonly WorldField[];
}

/** A random federated world: what the subgraphs' SDL and the data are made from. */
export interface World {
  readonly subgraphs: readonly string[];
  readonly types: readonly WorldType[];
  /** The subgraph that knows the interface `Node` and the union `Either`. */
  readonly abstracts: string;
  /** The subgraph, if any, that knows `Node` only as an object. */
  readonly interfaceObject: string | undefined;
  /** The subgraphs that know the interface `Thing`. */
  readonly things: readonly string[];
  /** The subgraph, if any, that gives entities a context. */
  readonly context: string | undefined;
  /** Whether the union `Either` has a member that clients must not see. */
  readonly hidden: boolean;
  readonly typeDefs: Readonly<Record<string, string>>;
}

/** What the parts of a world are made from. */
export interface Scope extends Omit<World, 'types' | 'typeDefs'> {
  readonly choices: Choices;
  /** The entities with the keys by which each subgraph knows them. */
  readonly keys: ReadonlyMap<string, ReadonlyMap<string, readonly WorldKey[]>>;
}
