import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isLeafType,
  isObjectType,
} from 'graphql';
import { ArgumentMaker } from './arguments.ts';
import type { Choices } from './choices.ts';

/** An operation with its variables. */
export interface RandomOperation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

const MAX_DEPTH = 5;

/**
 * Makes an operation; nearly always it is valid against the schema.
 * @param options `defers`: whether fragments may be deferred; `nullConditions`: whether the value of a condition may be null
 */
export function randomOperation(
  choices: Choices,
  schema: GraphQLSchema,
  { defers = false, nullConditions = false } = {},
): RandomOperation {
  return new Maker(choices, schema, { defers, nullConditions }).operation();
}

class Maker {
  readonly #choices: Choices;
  readonly #schema: GraphQLSchema;
  readonly #fragments: string[] = [];
  readonly #fragmentNames = new Map<string, string[]>();
  readonly #arguments: ArgumentMaker;
  /** Aliased fields, by the field and where it stands, to be selected again. */
  readonly #aliased = new Map<string, string[]>();
  #counter = 0;
  #budget = 45;
  readonly #defers: boolean;
  #withinDeferredRoot = false;

  constructor(choices: Choices, schema: GraphQLSchema, options: { defers: boolean; nullConditions: boolean }) {
    this.#defers = options.defers;
    this.#choices = choices;
    this.#schema = schema;
    this.#arguments = new ArgumentMaker(choices, options.nullConditions);
  }

  operation(): RandomOperation {
    const mutation = this.#schema.getMutationType();
    const writes = mutation && this.#choices.rarely(4) ? mutation : undefined;
    const root = writes ?? (this.#schema.getQueryType() as GraphQLObjectType);
    const selection = this.#selection(root, 0);
    const { definitions, variables } = this.#arguments;
    const declared = definitions.length > 0 ? `(${definitions.join(', ')})` : '';
    const kind = writes ? 'mutation' : 'query';
    return { query: [`${kind} Random${declared} ${selection}`, ...this.#fragments].join('\n'), variables };
  }

  #selection(type: GraphQLNamedType, depth: number): string {
    const parts: string[] = [];
    const count = 1 + this.#choices.below(depth === 0 ? 4 : 6);
    for (let index = 0; index < count; index++) {
      const part = this.#part(type, depth);
      if (part) parts.push(part);
    }
    if (parts.length === 0) parts.push('__typename');
    return `{ ${parts.join(' ')} }`;
  }

  #part(type: GraphQLNamedType, depth: number): string | undefined {
    const kind = this.#choices.below(9);
    if (kind >= 7 || (kind >= 4 && isAbstractType(type))) return this.#fragment(type, depth);
    if (kind === 6) return this.#choices.rarely(2) ? `${this.#name('t')}: __typename` : '__typename';
    if (!isObjectType(type) && !isInterfaceType(type)) return '__typename';
    if (type === this.#schema.getQueryType() && this.#choices.rarely(12)) return this.#introspection();
    const fields = Object.values(type.getFields());
    // What needs other fields, or an ancestor's, is worth more cases than its share.
    const special = fields.filter(({ name }) => /_q\d$|^(told1?|accounts|extra)$/.test(name));
    const favoured = special.length > 0 && this.#choices.rarely(4) ? special : fields;
    return this.#field(type.name, this.#choices.pick(favoured), depth);
  }

  #introspection(): string {
    const alias = this.#choices.rarely(2) ? `${this.#name('i')}: ` : '';
    const name = this.#choices.pick(Object.keys(this.#schema.getTypeMap()).filter((each) => !each.startsWith('__')));
    const types = '{ kind name ofType { kind name } }';
    return this.#choices.pick([
      `${alias}__schema { queryType { name } types { name } }`,
      `${this.#name('i')}: __type(name: "${name}")${this.#condition()} { __typename name fields { name type ${types} args { name defaultValue } } enumValues { name } }`,
      `${alias}__schema { mutationType { name fields { name } } directives { name } }`,
    ]);
  }

  #field(parent: string, field: GraphQLField<unknown, unknown>, depth: number): string | undefined {
    const named = getNamedType(field.type);
    const leaf = isLeafType(named);
    if (this.#budget-- <= 0 || (!leaf && depth >= MAX_DEPTH)) return undefined;
    const head = this.#head(parent, field);
    const selection = leaf ? '' : ` ${this.#selection(named, depth + 1)}`;
    return `${head}${this.#condition()}${selection}`;
  }

  /** Alias, name and arguments. An alias keeps fields with arguments from meeting others of the same name. */
  #head(parent: string, field: GraphQLField<unknown, unknown>): string {
    const name = `${parent}.${field.name}`;
    const known = this.#aliased.get(name);
    if (known && this.#choices.rarely(3)) return this.#choices.pick(known);
    const args = field.args.length > 0 && this.#choices.rarely(2) ? this.#arguments.text() : '';
    // Fields of this name have a type of their own in each entity.
    const clashes = field.name === 'value' && !this.#choices.rarely(6);
    if (args === '' && !clashes && !this.#choices.rarely(5)) return field.name;
    const alias = clashes && args === '' ? `value_${parent}` : this.#alias(parent);
    const head = `${alias}: ${field.name}${args}`;
    this.#aliased.set(name, [...(known ?? []), head]);
    return head;
  }

  /** Now and then a name that a key has, or that every object inherits. */
  #alias(parent: string): string {
    if (!this.#choices.rarely(4)) return this.#name('a');
    const type = this.#schema.getType(parent);
    const names = isObjectType(type) ? Object.keys(type.getFields()) : [];
    return this.#choices.pick(['id', 'sku', '__proto__', 'constructor', 'valueOf', 'label', '_entities', ...names]);
  }

  #fragment(type: GraphQLNamedType, depth: number): string | undefined {
    if (depth > MAX_DEPTH || this.#budget <= 0) return undefined;
    const types: readonly GraphQLNamedType[] = isAbstractType(type)
      ? [type, ...this.#schema.getPossibleTypes(type)]
      : isObjectType(type)
        ? [type, ...type.getInterfaces()]
        : [type];
    const condition = this.#choices.pick(types);
    const known = this.#fragmentNames.get(condition.name);
    if (known && this.#choices.rarely(3)) return `...${this.#choices.pick(known)}${this.#condition()}`;
    const defer = this.#defer(type);
    const selection = this.#within(defer, type, () => this.#selection(condition, depth + 1));
    if (this.#choices.rarely(3)) {
      const name = this.#name('F');
      this.#fragments.push(`fragment ${name} on ${condition.name} ${selection}`);
      this.#fragmentNames.set(condition.name, [...(known ?? []), name]);
      return `...${name}${this.#condition()}${defer}`;
    }
    const on = condition === type && this.#choices.rarely(3) ? '' : ` on ${condition.name}`;
    return `...${on}${this.#condition()}${defer} ${selection}`;
  }

  /** Apollo's planner does not come to an end with some fragments of the root that are deferred within each other. */
  #within<T>(defer: string, type: GraphQLNamedType, make: () => T): T {
    const around = this.#withinDeferredRoot;
    this.#withinDeferredRoot ||= defer !== '' && type === this.#schema.getQueryType();
    const made = make();
    this.#withinDeferredRoot = around;
    return made;
  }

  #defer(type: GraphQLNamedType): string {
    if (!this.#defers || type === this.#schema.getMutationType()) return '';
    if (this.#withinDeferredRoot && type === this.#schema.getQueryType()) return '';
    if (this.#choices.below(3) === 0) return '';
    return this.#arguments.defer(this.#choices.rarely(2) ? undefined : this.#name('L'));
  }

  #condition(): string {
    return this.#choices.rarely(6) ? this.#arguments.condition() : '';
  }

  #name(prefix: string): string {
    return `${prefix}${this.#counter++}`;
  }
}
