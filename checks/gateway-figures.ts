import type { Ratio, Report, Row } from '../bench/gateways/report.ts';

type Mode = Row['mode'];

const TITLES: Readonly<Record<Mode, string>> = {
  unshared: 'Nothing shared, each request with a forwarded header of its own',
  alike: 'All alike, so that equal work may be done once',
};

/** The README's tables of gateways from what bench/gateways.ts wrote: CPU per request, and times the stock gateway's in bold. */
export function gatewayFigures({ environment, rows, ratios }: Report): string {
  const { cores, cpu, node, connections, rounds, seconds, date } = environment;
  const measured = `Medians of ${rounds} rounds of ${seconds} s, ${connections} connections`;
  const machine = `one core of ${cores} of ${cpu}, Node ${node}, ${date.slice(0, 10)}`;
  const tables = (Object.keys(TITLES) as Mode[]).map((mode) => tableOf(mode, rows, ratios));
  return [`${measured}, ${machine}.`, ...tables].join('\n\n');
}

function tableOf(mode: Mode, rows: readonly Row[], ratios: readonly Ratio[]): string {
  const ofMode = rows.filter((row) => row.mode === mode);
  const workloads = [...new Set(ofMode.map(({ workload }) => workload))];
  const gateways = [...new Set(ofMode.map(({ gateway }) => gateway))];
  const lines = gateways.map((gateway) => {
    const cells = workloads.map((workload) => {
      const isThis = (each: Row | Ratio) =>
        each.gateway === gateway && each.workload === workload && each.mode === mode;
      // The stock gateway is the first of all, and the first that every other one is compared with.
      return cellOf(ofMode.find(isThis), ratios.find(isThis));
    });
    return `| ${[gateway, ...cells].join(' | ')} |`;
  });
  const head = `| CPU ms per request | ${workloads.join(' | ')} |`;
  return [`${TITLES[mode]}:`, '', head, `|---|${'---|'.repeat(workloads.length)}`, ...lines].join('\n');
}

function cellOf(row: Row | undefined, ratio: Ratio | undefined): string {
  if (!row) return '';
  const cpu = row.cpuMsPerRequest.toFixed(2);
  const wrong = row.answerEqual ? '' : ', other answer';
  if (!ratio) return cpu + wrong;
  return `${cpu}, **${times(ratio.median)}** (${times(ratio.low)} to ${times(ratio.high)})${wrong}`;
}

function times(value: number): string {
  return `${value.toFixed(1)}×`;
}
