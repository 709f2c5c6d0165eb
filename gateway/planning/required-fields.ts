import {
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { type Objects, PossibleObjects } from '../supergraph/possible-objects.ts';
import { argumentsText, type FieldNeeds, type FieldSets } from './field-sets.ts';

/** Where objects stand in an answer. */
export interface Place {
  /** The response keys of the way there, each after a slash. */
  readonly path: string;
  /** Of the objects, as far as it is known. */
  readonly type: GraphQLNamedType | undefined;
}

/** That a plan has to ask a field, whose arguments are disputed, with certain arguments. */
export interface RequiredField {
  /** Its response keys from the answer's root, each after a slash. */
  readonly position: string;
  /** See `argumentsText`. */
  readonly args: string;
  /** The types that the objects may have of which it is asked; undefined where it counts for objects of whatever type. */
  readonly objects: ReadonlySet<string> | undefined;
}

/** Finds what plans must ask for the sake of the fields that clients select. */
export class RequiredFields {
  readonly #schema: GraphQLSchema;
  readonly #fieldSets: FieldSets;
  readonly #objects: PossibleObjects;
  readonly #names = new Map<Objects, ReadonlySet<string>>();

  /** @param schema the whole supergraph's: what is required may be hidden from clients */
  constructor(schema: GraphQLSchema, fieldSets: FieldSets) {
    this.#schema = schema;
    this.#fieldSets = fieldSets;
    this.#objects = new PossibleObjects(schema);
  }

  /**
   * The fields with disputed arguments that a field needs, and those that these need in turn.
   * @param way from the root to the objects that the field is selected of
   */
  of(way: readonly Place[], field: string): RequiredField[] {
    const found: RequiredField[] = [];
    this.#collectNeeds(way, field, found, new Set());
    return found;
  }

  /** @param within the coordinates that are being looked into, so that fields which need each other end */
  #collectNeeds(way: readonly Place[], field: string, found: RequiredField[], within: Set<string>): void {
    const parent = way.at(-1);
    for (const [owner, needs] of this.#owners(parent?.type, field)) {
      const coordinate = `${owner.name}.${field}`;
      if (!parent || within.has(coordinate)) continue;
      within.add(coordinate);
      const type = isObjectType(owner) ? owner : parent.type;
      for (const set of needs.requires) this.#collect(set, [...way.slice(0, -1), { ...parent, type }], found, within);
      // Any object around may be the one that the context is set on. The planner asks all objects of a place together for what takes a value
      // from one: of objects of another type, it would take theirs.
      for (const set of needs.contexts) {
        const fields: RequiredField[] = [];
        for (let length = way.length; length > 0; length--) this.#collect(set, way.slice(0, length), fields, within);
        found.push(...fields.map((field) => ({ ...field, objects: undefined })));
      }
      within.delete(coordinate);
    }
  }

  #collect(set: SelectionSetNode, way: readonly Place[], found: RequiredField[], within: Set<string>): void {
    const parent = way.at(-1);
    if (!parent) return;
    for (const node of set.selections) {
      if (node.kind === Kind.INLINE_FRAGMENT) {
        const type = node.typeCondition ? this.#schema.getType(node.typeCondition.name.value) : parent.type;
        this.#collect(node.selectionSet, [...way.slice(0, -1), { ...parent, type }], found, within);
      } else if (node.kind === Kind.FIELD) {
        const name = node.name.value;
        const position = `${parent.path}/${name}`;
        const definition = withFields(parent.type)?.getFields()[name];
        if (!definition) continue;
        if (this.#fieldSets.disputed.has(name)) {
          found.push({ position, args: argumentsText(node), objects: this.#namesOf(parent.type) });
        }
        this.#collectNeeds(way, name, found, within);
        const below = { path: position, type: getNamedType(definition.type) };
        if (node.selectionSet) this.#collect(node.selectionSet, [...way, below], found, within);
      }
    }
  }

  /** The types whose field a selected one may be: of an interface object, too, where the object's type has the interface. */
  #owners(parent: GraphQLNamedType | undefined, field: string): [GraphQLNamedType, FieldNeeds][] {
    const objects = this.#objects.of(parent);
    const owners = new Set<GraphQLObjectType | GraphQLInterfaceType>(objects);
    for (const object of objects) for (const type of object.getInterfaces()) owners.add(type);
    return [...owners].flatMap((owner) => {
      const needs = this.#fieldSets.needs.get(`${owner.name}.${field}`);
      return needs ? [[owner, needs]] : [];
    });
  }

  #namesOf(type: GraphQLNamedType | undefined): ReadonlySet<string> {
    const objects = this.#objects.of(type);
    let names = this.#names.get(objects);
    if (!names) {
      names = new Set(objects.map(({ name }) => name));
      this.#names.set(objects, names);
    }
    return names;
  }
}

/** The type, where it is one whose fields can be selected. */
export function withFields(type: GraphQLNamedType | undefined): GraphQLObjectType | GraphQLInterfaceType | undefined {
  return isObjectType(type) || isInterfaceType(type) ? type : undefined;
}
