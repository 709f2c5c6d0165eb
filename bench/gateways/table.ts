import { STOCK } from './contenders.ts';
import type { Ratio, Report, Row } from './report.ts';

/** The figures of one workload and mode, as a table for a terminal. */
export function tableOf({ rows, ratios }: Pick<Report, 'rows' | 'ratios'>): string {
  const [first] = rows;
  if (!first) return '';
  const head = ['', 'CPU ms', 'times stock', 'requests/s', 'p99 ms', 'peak MiB', 'fetches', 'answer'];
  const cells = rows.map((row) => [
    row.gateway,
    row.cpuMsPerRequest.toFixed(3),
    spread(ratios.find(({ gateway, to }) => gateway === row.gateway && to === STOCK.name)),
    String(row.requestsPerSecond),
    row.p99Ms.toFixed(1),
    String(row.peakRssMb),
    String(row.subgraphRequestsPerRequest),
    answer(row),
  ]);
  const widths = head.map((title, column) =>
    Math.max(...[head, ...cells].map((line) => (line[column] ?? title).length)),
  );
  const lines = [head, ...cells].map((line) =>
    line
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  '),
  );
  const others = ratios
    .filter(({ to }) => to !== STOCK.name)
    .map((ratio) => `${ratio.gateway} against ${ratio.to}: ${spread(ratio)}`);
  return ['', `${first.workload}, ${first.mode}`, ...lines, ...others, ''].join('\n');
}

function answer({ answerEqual }: Row): string {
  return answerEqual ? 'equal' : 'DIFFERS';
}

function spread(ratio: Ratio | undefined): string {
  return ratio ? `${ratio.median.toFixed(1)} (${ratio.low.toFixed(1)}–${ratio.high.toFixed(1)})` : '1';
}
