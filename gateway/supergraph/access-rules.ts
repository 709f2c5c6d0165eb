import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isObjectType,
} from 'graphql';
import type { Requirement } from '../guard/requirement.ts';
import { type AccessDirectives, accessDirectives, requirementsOn } from './access-directives.ts';
import { isImplied } from './implied-requirement.ts';

/** What a supergraph asks of whoever reads its fields and objects. Requirements are told by their numbers. */
export interface AccessRules {
  /** By number, each once. */
  readonly requirements: readonly Requirement[];
  /** What a field of an object type asks for: its own, and that of the type that it returns, where that is known beforehand. */
  ofField(type: string, field: string): readonly number[];
  /** What objects of a type ask for, wherever they stand. */
  ofType(type: string): readonly number[];
}

const NOTHING: readonly number[] = [];

/**
 * Reads what a supergraph asks for by `@authenticated`, `@requiresScopes` and `@policy`.
 *
 * What stands on an object type or on a field of one holds for that. On an interface and its fields composition writes all that is asked of the types
 * that implement it; the type that an object has decides instead. What an interface asks beyond that was declared on it (older compositions let
 * one), and holds for all that implement it.
 */
export function accessRules(document: DocumentNode, schema: GraphQLSchema): AccessRules {
  const directives = accessDirectives(document);
  if (directives.size === 0) return { requirements: [], ofField: () => NOTHING, ofType: () => NOTHING };
  const reader = new RulesReader(schema, placesOf(document, directives));
  for (const type of Object.values(schema.getTypeMap())) if (isObjectType(type)) reader.read(type);
  const { requirements, fields, types } = reader;
  return {
    requirements,
    ofField: (type, field) => fields.get(`${type}.${field}`) ?? NOTHING,
    ofType: (type) => types.get(type) ?? NOTHING,
  };
}

/** By coordinate, what stands on it. */
type Places = ReadonlyMap<string, readonly Requirement[]>;

function placesOf(document: DocumentNode, directives: AccessDirectives): Places {
  const places = new Map<string, Requirement[]>();
  const add = (coordinate: string, on: readonly ConstDirectiveNode[] = []): void => {
    const found = requirementsOn(on, directives);
    if (found.length > 0) places.set(coordinate, [...(places.get(coordinate) ?? []), ...found]);
  };
  for (const definition of document.definitions) {
    if (!('name' in definition) || !definition.name || !('directives' in definition)) continue;
    const type = definition.name.value;
    add(type, definition.directives as readonly ConstDirectiveNode[]);
    const fields = 'fields' in definition ? ((definition.fields ?? []) as readonly FieldDefinitionNode[]) : [];
    for (const field of fields) add(`${type}.${field.name.value}`, field.directives);
  }
  return places;
}

class RulesReader {
  readonly requirements: Requirement[] = [];
  readonly fields = new Map<string, readonly number[]>();
  readonly types = new Map<string, readonly number[]>();
  readonly #schema: GraphQLSchema;
  readonly #places: Places;
  readonly #numbers = new Map<string, number>();
  readonly #declared = new Map<string, readonly Requirement[]>();

  constructor(schema: GraphQLSchema, places: Places) {
    this.#schema = schema;
    this.#places = places;
  }

  read(type: GraphQLObjectType): void {
    const asked = this.#ofObject(type);
    this.#keep(this.types, type.name, asked);
    const ofRoot = this.#isRoot(type) ? asked : [];
    for (const [name, field] of Object.entries(type.getFields())) {
      const returned = getNamedType(field.type);
      const ofReturned = isObjectType(returned)
        ? this.#ofObject(returned)
        : isInterfaceType(returned)
          ? this.#declaredOn(returned)
          : this.#on(returned.name);
      const ofInterfaces = type.getInterfaces().flatMap((each) => this.#declaredOn(each, name));
      this.#keep(this.fields, `${type.name}.${name}`, [
        ...this.#on(`${type.name}.${name}`),
        ...ofInterfaces,
        ...ofReturned,
        ...ofRoot,
      ]);
    }
  }

  #ofObject(type: GraphQLObjectType): readonly Requirement[] {
    return [...this.#on(type.name), ...type.getInterfaces().flatMap((each) => this.#declaredOn(each))];
  }

  /** What was declared on an interface, or on a field of one. */
  #declaredOn(type: GraphQLInterfaceType, field?: string): readonly Requirement[] {
    const below = field === undefined ? '' : `.${field}`;
    const name = type.name + below;
    const known = this.#declared.get(name);
    if (known) return known;
    const own = this.#on(name);
    const implementing = own.length > 0 ? this.#schema.getPossibleTypes(type) : [];
    const ofTypes = implementing.flatMap((object) => this.#on(object.name + below));
    const declared = own.filter((each) => !isImplied(each, ofTypes));
    this.#declared.set(name, declared);
    return declared;
  }

  #isRoot(type: GraphQLObjectType): boolean {
    const schema = this.#schema;
    return [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].includes(type);
  }

  #on(coordinate: string): readonly Requirement[] {
    return this.#places.get(coordinate) ?? [];
  }

  #keep(kept: Map<string, readonly number[]>, coordinate: string, asked: readonly Requirement[]): void {
    if (asked.length > 0) kept.set(coordinate, [...new Set(asked.map((each) => this.#number(each)))]);
  }

  #number(requirement: Requirement): number {
    const text = JSON.stringify([requirement.kind, requirement.anyOf]);
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    this.#numbers.set(text, this.requirements.length);
    return this.requirements.push(requirement) - 1;
  }
}
