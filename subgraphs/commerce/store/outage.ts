/**
 * Classes of SQLSTATE that speak of the server and not of the statement: connections, credentials, transactions that may not write,
 * resources, an operator, the system. https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const CLASSES = ['08', '25', '28', '3D', '53', '57', '58'];

/** Whether a statement failed because the database can't be used now, whatever the statement was. */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  if (/^[0-9A-Z]{5}$/.test(code)) return CLASSES.includes(code.slice(0, 2));
  // Those of sockets, and of the clients of PostgreSQL and PGlite, which have no codes of their own.
  return /^E[A-Z_]+$/.test(code) || /terminated|timeout|not queryable|closed|ended/i.test(error.message);
}
