import type { CommissionSums } from '../truth/commissions.ts';
import type { Truth } from '../truth/truth.ts';
import type { Ask } from './client.ts';
import type { Comparison } from './comparison.ts';

interface Totals {
  readonly estimated: Money;
  readonly held: Money;
  readonly payable: Money;
  readonly paid: Money;
}

interface Money {
  readonly amount: string;
}

interface Listed {
  readonly nodes: readonly { readonly entries: readonly { readonly kind: string; readonly amount: Money }[] }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

const TOTALS = 'commissionTotals { estimated { amount } held { amount } payable { amount } paid { amount } }';
const LIST = `commissions(first: 100, after: $after) {
  nodes { entries { kind amount { amount } } } pageInfo { hasNextPage endCursor } }`;
/** Of so many of each kind the entries are read. */
const LISTED = 5;

/**
 * Compares what authors have earned, and shops owe, with the truth: in all, what was paid of it, and what was taken back after that. How much of
 * the rest is payable goes on with the clock.
 */
export async function checkCommissions(ask: Ask, truth: Truth, comparison: Comparison): Promise<void> {
  for (const kind of ['author', 'shop'] as const) {
    for (const [place, { id, ...sums }] of truth.commissions[`${kind}s`].entries()) {
      const data = await ask(`query($id: ID!) { of: ${kind}(id: $id) { ${TOTALS} } }`, { id });
      compareTotals(
        `${kind} commissions`,
        id,
        sums,
        (data.of as { commissionTotals: Totals }).commissionTotals,
        comparison,
      );
      if (place >= LISTED) continue;
      const clawedBack = await clawedBackOf(ask, kind, id);
      comparison.compare(`${kind} commissions`, `${id} clawed back`, yuan(sums.clawedBack), clawedBack);
    }
  }
}

function compareTotals(family: string, id: string, sums: CommissionSums, told: Totals, comparison: Comparison): void {
  const { estimated, held, payable, paid } = told;
  const whole = [estimated, held, payable, paid].reduce((sum, { amount }) => sum + fen(amount), 0);
  comparison.compare(family, `${id} in all`, yuan(sums.amount), yuan(whole));
  comparison.compare(family, `${id} paid`, yuan(sums.paid), paid.amount);
}

async function clawedBackOf(ask: Ask, kind: string, id: string): Promise<string> {
  let sum = 0;
  for (let after: string | null = null; ; ) {
    const query = `query($id: ID!, $after: String) { of: ${kind}(id: $id) { ${LIST} } }`;
    const { of } = await ask(query, { id, after });
    const { nodes, pageInfo }: Listed = (of as { commissions: Listed }).commissions;
    for (const { entries } of nodes) {
      for (const entry of entries) if (entry.kind === 'CLAWBACK') sum -= fen(entry.amount.amount);
    }
    if (!pageInfo.hasNextPage) return yuan(sum);
    after = pageInfo.endCursor;
  }
}

function fen(amount: string): number {
  return Math.round(Number(amount) * 100);
}

function yuan(amount: number): string {
  return (amount / 100).toFixed(2);
}
