const HOUR_MS = 3_600_000;

/** The attribution windows: how long before an outcome a touch may lie, boundary included. `suffix` ends the columns of the rollups. */
export const WINDOWS = [
  { name: 'HOURS_24', suffix: '24h', milliseconds: 24 * HOUR_MS },
  { name: 'DAYS_7', suffix: '7d', milliseconds: 7 * 24 * HOUR_MS },
  { name: 'DAYS_15', suffix: '15d', milliseconds: 15 * 24 * HOUR_MS },
  { name: 'DAYS_30', suffix: '30d', milliseconds: 30 * 24 * HOUR_MS },
] as const;

export type AttributionWindow = (typeof WINDOWS)[number]['name'];

/** The longest window: no touch is older than this when it is credited. */
export const LONGEST_WINDOW_MS = 30 * 24 * HOUR_MS;

/** A window by its name. */
export function windowOf(name: AttributionWindow): (typeof WINDOWS)[number] {
  return WINDOWS.find((window) => window.name === name) ?? WINDOWS[2];
}
