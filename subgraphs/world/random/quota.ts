/** How many of n a share stands for: the nearest whole number, but one at least where the share is not zero, so that small worlds have each kind. */
export function quotaOf(share: number, n: number): number {
  return share > 0 && n > 0 ? Math.min(n, Math.max(1, Math.round(share * n))) : 0;
}
