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

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/;

/** An ISO 8601 instant with an offset, in UTC; undefined for what is none (a 30 February is none). */
export function readInstant(value: unknown): string | undefined {
  const instant = millisecondsOf(value);
  return instant === undefined ? undefined : new Date(instant).toISOString();
}

/** An ISO 8601 instant with an offset, in milliseconds since 1970; undefined for what is none. */
export function millisecondsOf(value: unknown): number | undefined {
  if (typeof value !== 'string' || !INSTANT.test(value)) return undefined;
  // JavaScript takes the 30th of February for the 2nd of March.
  if (Number(value.slice(8, 10)) > daysOfMonth(Number(value.slice(0, 4)), Number(value.slice(5, 7)))) return undefined;
  const instant = Date.parse(value);
  return Number.isNaN(instant) ? undefined : instant;
}

function daysOfMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function readDay(value: unknown): string | undefined {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return undefined;
  const instant = new Date(`${value}T00:00:00.000Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(value) ? value : undefined;
}
