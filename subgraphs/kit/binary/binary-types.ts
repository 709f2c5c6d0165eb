import type { ByteWriter } from './byte-writer.ts';

/** A type of PostgreSQL, whose values are written as the server reads them in its binary format. */
export interface BinaryType {
  /** https://www.postgresql.org/docs/15/datatype-oid.html */
  readonly oid: number;
  readonly name: string;
  /** Of a list: the type of its elements. */
  readonly element?: BinaryType;
}

/** Milliseconds between 1970 and 2000, from where on PostgreSQL counts. */
const YEAR_2000 = Date.UTC(2000, 0, 1);
const DAY_MS = 86_400_000;

const OIDS = {
  boolean: 16,
  bytea: 17,
  bigint: 20,
  smallint: 21,
  integer: 23,
  text: 25,
  date: 1082,
  timestamptz: 1184,
  uuid: 2950,
} as const;

/** @returns undefined for a type of which nothing is sent in binary */
export function binaryType(name: string): BinaryType | undefined {
  const [, of] = /^(.+)\[\]$/.exec(name) ?? [];
  const element = of === undefined ? undefined : binaryType(of);
  // Nothing asks for a list's: it would be asked for in a list of lists.
  if (element) return { oid: 0, name, element };
  return Object.hasOwn(OIDS, name) ? { oid: OIDS[name as keyof typeof OIDS], name } : undefined;
}

/**
 * Writes a value behind the number of its bytes. One function for all types: rows have many values, and which of many functions is called
 * would cost more than what it does.
 * @param value instants are Dates, days YYYY-MM-DD, bytes `\x` and hexadecimal digits; null or undefined for null
 */
export function writeValue(writer: ByteWriter, type: BinaryType, value: unknown): void {
  if (value === null || value === undefined) writer.int32(-1);
  else writeGiven(writer, type, value);
}

function writeGiven(writer: ByteWriter, type: BinaryType, value: unknown): void {
  switch (type.name) {
    case 'text':
      writer.text(value as string);
      break;
    case 'timestamptz':
      writer.sized64(((value as Date).getTime() - YEAR_2000) * 1_000);
      break;
    case 'uuid':
      writer.digits(value as string, 0);
      break;
    case 'bytea':
      writer.digits(value as string, 2);
      break;
    case 'bigint':
      writer.sized64(Number(value));
      break;
    case 'integer':
      writer.sized32(Number(value));
      break;
    case 'date':
      writer.sized32((Date.parse(value as string) - YEAR_2000) / DAY_MS);
      break;
    case 'smallint':
      writer.int32(2);
      writer.int16(Number(value));
      break;
    case 'boolean':
      writer.int32(1);
      writer.byte(value ? 1 : 0);
      break;
    default:
      writer.counted(() => writeList(writer, type.element, value as readonly unknown[]));
  }
}

/**
 * Writes a list's values, as `array_recv` reads them.
 * https://github.com/postgres/postgres/blob/REL_15_STABLE/src/backend/utils/adt/arrayfuncs.c
 */
export function writeList(writer: ByteWriter, element: BinaryType | undefined, values: readonly unknown[]): void {
  if (!element) throw new TypeError('Nothing is known of the type of the elements.');
  writer.int32(values.length === 0 ? 0 : 1);
  writer.int32(0);
  writer.int32(element.oid);
  if (values.length === 0) return;
  writer.int32(values.length);
  writer.int32(1);
  for (const value of values) writeValue(writer, element, value);
}
