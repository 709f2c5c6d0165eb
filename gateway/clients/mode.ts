import { isLoopback, SettingsError } from '../../settings/settings.ts';

/** What says who is served. */
interface ClientChoice {
  readonly host: string;
  readonly clients: 'development' | 'required' | undefined;
  readonly keys: string | undefined;
  readonly jwtKeys: string | undefined;
  readonly jwtIssuer: string | undefined;
  readonly jwtAudience: string | undefined;
  readonly claimsKey: string | undefined;
  readonly propagateHeaders: readonly { readonly from: string }[];
}

/** Headers that carry credentials. */
const CREDENTIALS = new Set(['authorization', 'cookie', 'x-api-key', 'x-redcat-signature']);

/**
 * Whether callers must show credentials.
 * @throws {SettingsError} for half a configuration, naming what is missing and how to mend it
 */
export function clientsMode(chosen: ClientChoice): 'development' | 'required' {
  const takes = [
    ['GATEWAY_KEYS', chosen.keys],
    ['GATEWAY_JWT_KEYS', chosen.jwtKeys],
    ['GATEWAY_JWT_ISSUER', chosen.jwtIssuer],
    ['GATEWAY_JWT_AUDIENCE', chosen.jwtAudience],
  ].flatMap(([name, value]) => (value === undefined ? [] : [String(name)]));
  const mode = chosen.clients ?? (takes.length > 0 ? 'required' : 'development');
  const problems = mode === 'development' ? openProblems(chosen, takes) : requiredProblems(chosen);
  if (problems.length > 0) throw new SettingsError(problems);
  return mode;
}

function openProblems({ host }: ClientChoice, takes: readonly string[]): string[] {
  const problems = takes.map(
    (name) =>
      `${name} protects nothing with GATEWAY_CLIENTS=development, which grants everything: take one of them out`,
  );
  if (!isLoopback(host)) {
    problems.push(
      `HOST=${host}: must be a loopback address, such as 127.0.0.1, as long as callers show no credentials; set GATEWAY_KEYS or GATEWAY_JWT_KEYS to serve others`,
    );
  }
  return problems;
}

function requiredProblems(chosen: ClientChoice): string[] {
  const { keys, jwtKeys, jwtIssuer, jwtAudience, claimsKey } = chosen;
  const problems: string[] = [];
  if (keys === undefined && jwtKeys === undefined) {
    problems.push('GATEWAY_CLIENTS=required: nobody could show a credential; set GATEWAY_KEYS or GATEWAY_JWT_KEYS');
  }
  if (jwtKeys === undefined && (jwtIssuer !== undefined || jwtAudience !== undefined)) {
    problems.push('GATEWAY_JWT_KEYS is missing: tokens can’t be checked without the keys of who issues them');
  }
  if (jwtKeys !== undefined && jwtIssuer === undefined) {
    problems.push('GATEWAY_JWT_ISSUER is missing: set it to the `iss` of the tokens');
  }
  if (jwtKeys !== undefined && jwtAudience === undefined) {
    problems.push('GATEWAY_JWT_AUDIENCE is missing: without it tokens for other services would be taken');
  }
  if (claimsKey === undefined) {
    problems.push(
      'GATEWAY_CLAIMS_KEY is missing: subgraphs could not tell the gateway from others; `openssl genpkey -algorithm ed25519 -out claims.pem` makes one, and `none` says that no subgraph looks',
    );
  }
  const passed = chosen.propagateHeaders.map(({ from }) => from).filter((name) => CREDENTIALS.has(name));
  if (passed.length > 0) {
    problems.push(`GATEWAY_PROPAGATE_HEADERS names ${passed.join(', ')}: credentials stay at the gateway`);
  }
  return problems;
}
