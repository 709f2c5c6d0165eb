/**
 * A ratio as an exact decimal text, rounded half up to `digits` places.
 * @returns null where `denominator` is zero
 */
export function ratio(numerator: bigint | number, denominator: bigint | number, digits = 4): string | null {
  const bottom = BigInt(denominator);
  if (bottom === 0n) return null;
  const top = BigInt(numerator);
  const negative = top < 0n !== bottom < 0n;
  const scaled = abs(top) * 10n ** BigInt(digits);
  const rounded = (2n * scaled + abs(bottom)) / (2n * abs(bottom));
  return fixed(negative ? -rounded : rounded, digits);
}

/** A whole number of 10^-`digits` as a decimal text: `fixed(12900n, 2)` is `"129.00"`. */
export function fixed(units: bigint, digits: number): string {
  const text = abs(units)
    .toString()
    .padStart(digits + 1, '0');
  const point = text.length - digits;
  const sign = units < 0n ? '-' : '';
  return digits === 0 ? `${sign}${text}` : `${sign}${text.slice(0, point)}.${text.slice(point)}`;
}

function abs(value: bigint): bigint {
  return value < 0n ? -value : value;
}
