import {
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  isObjectType,
} from 'graphql';

/** The object types that may stand at a place. */
export type Objects = readonly GraphQLObjectType[];

/** Finds which objects may stand at a place of a document: equal ones are the same array, found once. */
export class PossibleObjects {
  readonly #schema: GraphQLSchema;
  readonly #ofTypes = new Map<GraphQLNamedType, Objects>();
  readonly #among = new Map<Objects, Map<GraphQLNamedType, Objects>>();

  constructor(schema: GraphQLSchema) {
    this.#schema = schema;
  }

  /** Those of a type. */
  of(type: GraphQLNamedType | undefined): Objects {
    if (!type) return NONE;
    let objects = this.#ofTypes.get(type);
    if (!objects) {
      objects = isAbstractType(type) ? this.#schema.getPossibleTypes(type) : isObjectType(type) ? [type] : NONE;
      this.#ofTypes.set(type, objects);
    }
    return objects;
  }

  /** Those among some that are of a type: the same array where all are. */
  among(objects: Objects, type: GraphQLNamedType): Objects {
    const known = this.#among.get(objects) ?? new Map<GraphQLNamedType, Objects>();
    this.#among.set(objects, known);
    let within = known.get(type);
    if (!within) {
      const meant = new Set(this.of(type));
      within = objects.filter((object) => meant.has(object));
      if (within.length === objects.length) within = objects;
      known.set(type, within);
    }
    return within;
  }
}

const NONE: Objects = [];
