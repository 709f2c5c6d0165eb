import { InputError } from './errors.ts';
import { shown } from './ids.ts';

const BASES = ['YEAR_OVER_YEAR', 'EXPOSED_VS_CONTROL'] as const;

/** Which uplift report an id names: both subgraphs have a part in it. */
export interface UpliftName {
  readonly basis: (typeof BASES)[number];
  /** YYYY-MM-DD, both included. */
  readonly from: string;
  readonly to: string;
  /** Undefined for the whole market. */
  readonly shopId: string | undefined;
  /** Undefined for all, and for all together. */
  readonly industries: readonly string[] | undefined;
}

const FORM = /^uplift_(\w+)_(\d{4}-\d\d-\d\d)_(\d{4}-\d\d-\d\d)_([A-Z_.]*)_(shop_[\w-]{1,80})?$/;

/** The id of a report. */
export function upliftId({ basis, from, to, shopId, industries }: UpliftName): string {
  return ['uplift', basis, from, to, industries?.join('.') ?? '', shopId ?? ''].join('_');
}

/**
 * The report that an id names.
 * @throws {InputError} ID_INVALID
 */
export function readUpliftId(id: string): UpliftName {
  const [, name, from, to, industries, shopId] = FORM.exec(id) ?? [];
  const basis = BASES.find((one) => one === name);
  if (!basis || !from || !to) throw new InputError('ID_INVALID', `${shown(id)} is no uplift report's id.`);
  return { basis, from, to, shopId, industries: industries ? industries.split('.') : undefined };
}
