import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { StatementObserver } from './database.ts';

/** A subgraph's Prometheus metrics. */
export interface SubgraphMetrics {
  readonly registry: Registry;
  readonly observeStatement: StatementObserver;
  readonly contentType: string;
  render(): Promise<string>;
}

/** Process metrics and the SQL statements that ran; a subgraph adds its own to `registry`. */
export function createMetrics(): SubgraphMetrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const statements = new Counter({ name: 'sql_statements_total', help: 'SQL statements', registers: [registry] });
  const seconds = new Histogram({
    name: 'sql_statement_seconds',
    help: 'Time of a SQL statement, waiting for a connection included',
    buckets: [0.001, 0.005, 0.02, 0.1, 0.5, 2, 10],
    registers: [registry],
  });
  return {
    registry,
    observeStatement: (_sql, milliseconds) => {
      statements.inc();
      seconds.observe(milliseconds / 1000);
    },
    contentType: registry.contentType,
    render: () => registry.metrics(),
  };
}
