import {
  type GraphQLEnumType,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLLeafType,
  type GraphQLNamedInputType,
  type GraphQLOutputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
} from 'graphql';
import { described, type JsonSchema, orNull } from './json-schema.ts';

/** GraphQL's own scalars. */
const SCALARS: Readonly<Record<string, JsonSchema>> = {
  ID: { type: 'string' },
  String: { type: 'string' },
  Int: { type: 'integer', format: 'int32' },
  Float: { type: 'number' },
  Boolean: { type: 'boolean' },
};

/** What scalars of a schema's own are by the names that are common for them; of others anything may come. */
const COMMON_SCALARS: Readonly<Record<string, JsonSchema>> = {
  BigDecimal: { type: 'string' },
  BigInt: { type: 'integer', format: 'int64' },
  Date: { type: 'string', format: 'date' },
  DateTime: { type: 'string', format: 'date-time' },
  Decimal: { type: 'string' },
  EmailAddress: { type: 'string', format: 'email' },
  Long: { type: 'integer', format: 'int64' },
  Time: { type: 'string', format: 'time' },
  URI: { type: 'string', format: 'uri-reference' },
  URL: { type: 'string', format: 'uri-reference' },
  UUID: { type: 'string', format: 'uuid' },
};

/** The schemas of a GraphQL schema's scalars, enums and input objects; each that is used becomes a component. */
export class NamedSchemas {
  readonly components: Record<string, JsonSchema> = {};
  readonly #place: string;

  /** @param place where the components stand */
  constructor(place = '#/components/schemas/') {
    this.#place = place;
  }

  /** Of a value as a client sends it. */
  input(type: GraphQLInputType): JsonSchema {
    if (isNonNullType(type)) return this.#required(type.ofType);
    return orNull(this.#required(type));
  }

  /** The same without null: of a parameter, which is left out instead. */
  given(type: GraphQLInputType): JsonSchema {
    return this.#required(isNonNullType(type) ? type.ofType : type);
  }

  /** Of a scalar or an enum. */
  leaf(type: GraphQLLeafType): JsonSchema {
    const own = SCALARS[type.name];
    if (own) return own;
    return this.#component(type.name, () =>
      isEnumType(type) ? enumSchema(type) : described(COMMON_SCALARS[type.name] ?? {}, type.description),
    );
  }

  /** Of a component that is another's than any type's. @param name followed by a number where there is one of it already */
  own(name: string, make: () => JsonSchema): JsonSchema {
    let free = name;
    for (let count = 2; Object.hasOwn(this.components, free); count++) free = `${name}.${count}`;
    return this.#component(free, make);
  }

  #required(type: GraphQLInputType): JsonSchema {
    if (isListType(type)) return { type: 'array', items: this.input(type.ofType) };
    return this.#named(type as GraphQLNamedInputType);
  }

  #named(type: GraphQLNamedInputType): JsonSchema {
    if (!isInputObjectType(type)) return this.leaf(type);
    return this.#component(type.name, () => this.#object(type));
  }

  #object(type: GraphQLInputObjectType): JsonSchema {
    const fields = Object.values(type.getFields());
    const required = fields.filter(isRequiredInputField).map(({ name }) => name);
    const properties = Object.fromEntries(fields.map((field) => [field.name, this.#field(field)]));
    const schema = {
      type: 'object',
      properties,
      ...(required.length > 0 && { required }),
      ...(type.isOneOf && { minProperties: 1, maxProperties: 1 }),
      additionalProperties: false,
    };
    return described(schema, type.description);
  }

  #field({ type, description, defaultValue }: GraphQLInputField): JsonSchema {
    const schema = described(this.input(type), description);
    return defaultValue === undefined ? schema : { ...schema, default: defaultValue };
  }

  /** @param make is called once, when the name is taken: input objects may hold themselves */
  #component(name: string, make: () => JsonSchema): JsonSchema {
    if (!Object.hasOwn(this.components, name)) {
      this.components[name] = {};
      this.components[name] = make();
    }
    return { $ref: this.#place + name };
  }
}

function enumSchema(type: GraphQLEnumType): JsonSchema {
  const values = type.getValues();
  const told = values.flatMap(({ name, description }) => (description ? [`- \`${name}\`: ${description}`] : []));
  const description = [type.description, told.join('\n')].filter(Boolean).join('\n\n');
  return described({ type: 'string', enum: values.map(({ name }) => name) }, description);
}

/** The schema of a list as deep as a type has it, of what it holds. */
export function wrapped(type: GraphQLOutputType, of: JsonSchema): JsonSchema {
  if (isNonNullType(type)) return wrappedGiven(type.ofType, of);
  return orNull(wrappedGiven(type, of));
}

function wrappedGiven(type: GraphQLOutputType, of: JsonSchema): JsonSchema {
  return isListType(type) ? { type: 'array', items: wrapped(type.ofType, of) } : of;
}
