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
import type { Choices } from './choices.ts';

/** An operation with its variables. */
export interface RandomOperation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

const MAX_DEPTH = 4;

/** Makes an operation that is valid against the schema. */
export function randomOperation(choices: Choices, schema: GraphQLSchema): RandomOperation {
  const root = schema.getQueryType();
  if (!root) throw new Error('No query type');
  return new Maker(choices, schema).operation(root);
}

class Maker {
  readonly #choices: Choices;
  readonly #schema: GraphQLSchema;
  readonly #fragments: string[] = [];
  readonly #definitions: string[] = [];
  readonly #variables: Record<string, unknown> = {};
  #counter = 0;
  #budget = 60;

  constructor(choices: Choices, schema: GraphQLSchema) {
    this.#choices = choices;
    this.#schema = schema;
  }

  operation(root: GraphQLObjectType): RandomOperation {
    const selection = this.#selection(root, 0);
    const definitions = this.#definitions.length > 0 ? `(${this.#definitions.join(', ')})` : '';
    return {
      query: [`query Random${definitions} ${selection}`, ...this.#fragments].join('\n'),
      variables: this.#variables,
    };
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
    const kind = this.#choices.below(8);
    if (kind >= 6 || (kind >= 3 && isAbstractType(type))) return this.#fragment(type, depth);
    if (kind === 5) return this.#choices.rarely(2) ? `${this.#name('t')}: __typename` : '__typename';
    if (!isObjectType(type) && !isInterfaceType(type)) return '__typename';
    const fields = Object.values(type.getFields());
    return this.#field(this.#choices.pick(fields), depth);
  }

  #field(field: GraphQLField<unknown, unknown>, depth: number): string | undefined {
    const named = getNamedType(field.type);
    const leaf = isLeafType(named);
    if (this.#budget-- <= 0 || (!leaf && depth >= MAX_DEPTH)) return undefined;
    const args = this.#arguments(field);
    // An alias keeps fields with arguments from meeting others of the same name; now and then one that a key has for a name.
    const alias = args !== '' || this.#choices.rarely(5) ? `${this.#name('a')}: ` : '';
    const selection = leaf ? '' : ` ${this.#selection(named, depth + 1)}`;
    return `${alias}${field.name}${args}${this.#condition()}${selection}`;
  }

  #fragment(type: GraphQLNamedType, depth: number): string | undefined {
    if (depth > MAX_DEPTH || this.#budget <= 0) return undefined;
    const types: readonly GraphQLNamedType[] = isAbstractType(type)
      ? [type, ...this.#schema.getPossibleTypes(type)]
      : [type];
    const condition = this.#choices.pick(types);
    const selection = this.#selection(condition, depth + 1);
    if (this.#choices.rarely(3)) {
      const name = this.#name('F');
      this.#fragments.push(`fragment ${name} on ${condition.name} ${selection}`);
      return `...${name}${this.#condition()}`;
    }
    return `... on ${condition.name}${this.#condition()} ${selection}`;
  }

  #arguments(field: GraphQLField<unknown, unknown>): string {
    if (field.args.length === 0 || !this.#choices.rarely(2)) return '';
    if (!this.#choices.rarely(2)) return `(n: ${this.#choices.below(9)}, text: "t\\"x")`;
    const name = this.#variable('Int = 4', this.#choices.rarely(3) ? undefined : this.#choices.below(20));
    return `(n: $${name})`;
  }

  #condition(): string {
    if (!this.#choices.rarely(6)) return '';
    const directive = this.#choices.pick(['skip', 'include']);
    if (this.#choices.rarely(3)) return ` @${directive}(if: ${this.#choices.rarely(2)})`;
    const withDefault = this.#choices.rarely(2);
    const value = this.#choices.rarely(2);
    const name = this.#variable(withDefault ? 'Boolean! = true' : 'Boolean!', withDefault && value ? undefined : value);
    return ` @${directive}(if: $${name})`;
  }

  #variable(type: string, value: unknown): string {
    const name =
      this.#choices.rarely(20) && !('representations' in this.#variables) ? 'representations' : this.#name('v');
    this.#definitions.push(`$${name}: ${type}`);
    if (value !== undefined) this.#variables[name] = value;
    else if (name === 'representations') this.#variables[name] = type.startsWith('Int') ? 7 : true;
    return name;
  }

  #name(prefix: string): string {
    return `${prefix}${this.#counter++}`;
  }
}
