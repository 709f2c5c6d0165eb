import { type DocumentNode, type FieldDefinitionNode, Kind, parse, print } from 'graphql';
import type { Grants } from '../../../gateway/guard/grants.ts';
import type { Choices } from './choices.ts';

/** What one place of a supergraph asks for: alternatives, of each of which all are needed. */
interface Asked {
  readonly credential: boolean;
  readonly scopes: readonly (readonly string[])[];
  readonly policies: readonly (readonly string[])[];
}

/** A supergraph of which random places ask for something, and what they ask. */
export interface Protected {
  readonly supergraphSdl: string;
  /** By type or coordinate (`Type.field`): what is asked there, and what an interface declares for its types. */
  readonly places: ReadonlyMap<string, readonly Asked[]>;
}

const OPEN: Asked = { credential: false, scopes: [], policies: [] };
const FEATURES = ['authenticated', 'requiresScopes', 'policy'];
const PLACES = 'on FIELD_DEFINITION | OBJECT | INTERFACE | SCALAR | ENUM';
const DEFINITIONS = `
directive @authenticated ${PLACES}
directive @requiresScopes(scopes: [[requiresScopes__Scope!]!]!) ${PLACES}
directive @policy(policies: [[policy__Policy!]!]!) ${PLACES}
scalar requiresScopes__Scope
scalar policy__Policy
`;

/** Protects random places of a supergraph; on interfaces stands what composition puts there, or rarely something of their own. */
export function protect(choices: Choices, supergraphSdl: string): Protected {
  const links = FEATURES.map((name) => `@link(url: "https://specs.apollo.dev/${name}/v0.1", for: SECURITY)`).join(' ');
  const document = parse(supergraphSdl.replace(/^schema\n/m, `schema ${links}\n`) + DEFINITIONS);
  const own = new Map<string, Asked>();
  const objects = document.definitions.filter((each) => each.kind === Kind.OBJECT_TYPE_DEFINITION);
  for (const { name, fields = [] } of objects) {
    if (choices.rarely(name.value === 'Query' ? 30 : 4)) own.set(name.value, randomlyAsked(choices));
    for (const field of fields) {
      if (choices.rarely(5)) own.set(`${name.value}.${field.name.value}`, randomlyAsked(choices));
    }
  }
  for (const leaf of ['Color', 'Any']) if (choices.rarely(7)) own.set(leaf, randomlyAsked(choices));
  const places = new Map<string, readonly Asked[]>([...own].map(([place, asked]) => [place, [asked]]));
  for (const { name, fields = [] } of document.definitions.filter(
    (each) => each.kind === Kind.INTERFACE_TYPE_DEFINITION,
  )) {
    const types = objects.filter(({ interfaces = [] }) => interfaces.some((each) => each.name.value === name.value));
    for (const below of ['', ...fields.map((field) => `.${field.name.value}`)]) {
      const ofTypes = types.map((type) => own.get(type.name.value + below) ?? OPEN);
      if (!ofTypes.some(({ credential }) => credential) && choices.rarely(15)) {
        const declared = { ...OPEN, credential: true };
        own.set(name.value + below, declared);
        for (const place of [name, ...types.map((type) => type.name)].map(({ value }) => value + below)) {
          places.set(place, [...(places.get(place) ?? []), declared]);
        }
      } else if (ofTypes.some((asked) => asked !== OPEN)) {
        own.set(name.value + below, ofTypes.reduce(together));
      }
    }
  }
  return { supergraphSdl: print(withDirectives(document, own)), places };
}

function randomlyAsked(choices: Choices): Asked {
  const names = (among: readonly string[]) => [among.filter(() => choices.rarely(2)), [choices.pick(among)]];
  const some = (all: readonly (readonly string[])[]) => all.filter((each) => each.length > 0);
  const kind = choices.below(4);
  if (kind === 0) return { ...OPEN, scopes: [[choices.pick(['a', 'b', 'c'])]] };
  if (kind === 1) return { ...OPEN, credential: true };
  if (kind === 2) return { ...OPEN, policies: [[choices.pick(['p', 'q'])]] };
  return { ...OPEN, scopes: some(names(['a', 'b', 'c'])), credential: choices.rarely(3) };
}

/** All that two places ask for. */
function together(one: Asked, other: Asked): Asked {
  const both = (of: Asked['scopes'], and: Asked['scopes']) =>
    of.length === 0 || and.length === 0
      ? [...of, ...and]
      : of.flatMap((a) => and.map((b) => [...new Set([...a, ...b])]));
  return {
    credential: one.credential || other.credential,
    scopes: both(one.scopes, other.scopes),
    policies: both(one.policies, other.policies),
  };
}

function withDirectives(document: DocumentNode, asked: ReadonlyMap<string, Asked>): DocumentNode {
  const add = <T extends { readonly directives?: readonly unknown[] }>(node: T, place: string): T => {
    const text = directivesOf(asked.get(place) ?? OPEN);
    if (text === '') return node;
    const [scalar] = parse(`scalar X ${text}`, { noLocation: true }).definitions;
    const added = scalar?.kind === Kind.SCALAR_TYPE_DEFINITION ? (scalar.directives ?? []) : [];
    return { ...node, directives: [...(node.directives ?? []), ...added] };
  };
  const definitions = document.definitions.map((node) => {
    if (node.kind === Kind.SCALAR_TYPE_DEFINITION || node.kind === Kind.ENUM_TYPE_DEFINITION)
      return add(node, node.name.value);
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION && node.kind !== Kind.INTERFACE_TYPE_DEFINITION) return node;
    const fields = node.fields?.map(
      (field): FieldDefinitionNode => add(field, `${node.name.value}.${field.name.value}`),
    );
    return add({ ...node, ...(fields && { fields }) }, node.name.value);
  });
  return { ...document, definitions };
}

function directivesOf({ credential, scopes, policies }: Asked): string {
  return [
    credential ? '@authenticated' : '',
    scopes.length > 0 ? `@requiresScopes(scopes: ${JSON.stringify(scopes)})` : '',
    policies.length > 0 ? `@policy(policies: ${JSON.stringify(policies)})` : '',
  ]
    .join(' ')
    .trim();
}

/** Random grants. */
export function randomGrants(choices: Choices): Grants {
  const some = (among: readonly string[]) => new Set(among.filter(() => choices.rarely(2)));
  return { authenticated: choices.rarely(2), scopes: some(['a', 'b', 'c']), policies: some(['p', 'q']) };
}

/** Whether grants do not suffice for what is asked at a place. */
export function refuses({ places }: Protected, { authenticated, scopes, policies }: Grants, place: string): boolean {
  const holds = (held: Grants['scopes'], anyOf: Asked['scopes']) =>
    held === 'all' || anyOf.length === 0 || anyOf.some((names) => names.every((name) => held.has(name)));
  return (places.get(place) ?? []).some(
    (asked) => (asked.credential && !authenticated) || !holds(scopes, asked.scopes) || !holds(policies, asked.policies),
  );
}
