import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';

/** The contract's scalars, alike in both subgraphs; their descriptions stand in the SDL. */
export const scalars = {
  DateTime: scalar('DateTime', 'an instant with an offset, such as 2025-05-07T04:00:00.000Z', readInstant, (value) =>
    value instanceof Date ? value.toISOString() : readInstant(value),
  ),
  Date: scalar('Date', 'a calendar day, such as 2025-05-07', readDay),
  URL: scalar('URL', 'an absolute URL', (value) =>
    typeof value === 'string' && URL.canParse(value) ? value : undefined,
  ),
  BigInt: scalar('BigInt', 'a whole number up to 2^53 - 1', (value) =>
    typeof value === 'number' && Number.isSafeInteger(value) ? value : undefined,
  ),
  Decimal: scalar('Decimal', 'an exact decimal in a string, such as "129.00"', (value) =>
    typeof value === 'string' && /^-?\d{1,20}(\.\d{1,10})?$/.test(value) ? value : undefined,
  ),
};

/** Makes a scalar of a reader that gives undefined for what it refuses. */
function scalar(
  name: string,
  expected: string,
  read: (value: unknown) => unknown,
  write: (value: unknown) => unknown = read,
): GraphQLScalarType {
  const checked = (value: unknown, by: (value: unknown) => unknown) => {
    const result = by(value);
    if (result === undefined)
      throw new GraphQLError(`${name} takes ${expected}`, { extensions: { code: 'BAD_USER_INPUT' } });
    return result;
  };
  return new GraphQLScalarType({
    name,
    serialize: (value) => checked(value, write),
    parseValue: (value) => checked(value, read),
    parseLiteral: (node) => checked(literal(node), read),
  });
}

function literal(node: ValueNode): unknown {
  if (node.kind === Kind.STRING) return node.value;
  return node.kind === Kind.INT ? Number(node.value) : undefined;
}

const INSTANT = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/;

/** An ISO 8601 instant with an offset, in UTC; undefined for what is none (a 30 February is none). */
export function readInstant(value: unknown): string | undefined {
  const day = typeof value === 'string' ? INSTANT.exec(value)?.[1] : undefined;
  if (day === undefined || readDay(day) === undefined) return undefined;
  const instant = new Date(value as string);
  return Number.isNaN(instant.getTime()) ? undefined : instant.toISOString();
}

function readDay(value: unknown): string | undefined {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return undefined;
  const instant = new Date(`${value}T00:00:00.000Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(value) ? value : undefined;
}
