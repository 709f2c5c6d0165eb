import { nearNames } from '../../../settings/near-names.ts';
import { articled, type InputFaults } from '../../guard/input-values.ts';

/** What is wrong with one variable, or with a place within it. */
export interface VariableFault {
  /** The variable, as the client named it. */
  readonly name: string;
  /** The place at fault: the variable, or below it as `range.from` or `events.0.stage`. */
  readonly at: string;
  readonly code: 'MISSING' | 'UNKNOWN' | 'INVALID' | 'REPEATED';
  readonly detail: string;
}

/** The most faults of one request that are told. */
const MOST = 50;
/** The most characters of a name or value that are told again. */
const LONGEST = 100;

/** The faults of one request's variables, in the order in which they are found, and the place that is being looked at. */
export class VariableFaults implements InputFaults {
  readonly list: VariableFault[] = [];
  /** Written out only where there is a fault: most values have none. */
  readonly #place: (string | number)[] = [];

  /** Whether no more are told: what is left need not be looked at. */
  get isFull(): boolean {
    return this.list.length >= MOST;
  }

  /** How deep the place is, which is being looked at. */
  get depth(): number {
    return this.#place.length;
  }

  enter(key: string | number): void {
    this.#place.push(key);
  }

  leave(): void {
    this.#place.pop();
  }

  /** A field is missing below the place. */
  missing(field: string, type: string): void {
    this.#add(field, 'MISSING', `is required: ${articled(type)}`);
  }

  /** What stands below the place is not known there. */
  unknown(given: string, known: readonly string[]): void {
    const near = nearNames(given.slice(given.lastIndexOf('.') + 1), known);
    const proposed = near.length > 0 ? `; did you mean ${near.join(', ')}?` : '';
    const there = known.length > 0 ? `There are: ${known.slice(0, MOST).join(', ')}` : 'There is none';
    this.#add(given, 'UNKNOWN', `is unknown${proposed === '' ? `. ${there}.` : proposed}`);
  }

  /** The value at the place is wrong. @param expected what it must be, as in `an Int` */
  invalid(expected: string, value: unknown): void {
    this.#add(undefined, 'INVALID', `must be ${expected}, not ${shown(value)}`);
  }

  repeated(given: string): void {
    this.#add(given, 'REPEATED', 'is given more than once');
  }

  #add(below: string | undefined, code: VariableFault['code'], detail: string): void {
    if (this.isFull) return;
    const given = [...this.#place, ...(below === undefined ? [] : [below])].join('.');
    const at = cut(given);
    const name = cut(given.replace(/\..*$/s, ''));
    this.list.push({ name, at, code, detail: `${at} ${detail}${/[.?]$/.test(detail) ? '' : '.'}` });
  }
}

function shown(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  return cut(JSON.stringify(value) ?? 'nothing');
}

function cut(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
