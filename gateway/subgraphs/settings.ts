import { z } from 'zod';
import { type Setting, wholeNumber } from '../../settings/settings.ts';
import { pairs } from '../settings/pairs.ts';
import { perSubgraph } from '../settings/per-subgraph.ts';
import { headerRules } from './headers/header-rules.ts';
import { rowFields } from './row-field-rules.ts';

const onOff = z.enum(['on', 'off'], 'must be on or off').transform((text) => text === 'on');
const compression = z.enum(['auto', 'on', 'off'], 'must be auto, on or off') as z.ZodType<
  'auto' | 'on' | 'off',
  string
>;
const coordinate = /^[_A-Za-z]\w*\.[_A-Za-z]\w*$/;

/** Settings that say how subgraphs are reached. Where “a list” is named, `name=value` says it for one subgraph. */
export const subgraphSettings = {
  subgraphUrls: {
    env: 'GATEWAY_SUBGRAPH_URLS',
    meaning:
      'URLs used in place of the supergraph’s own, as `content=http://127.0.0.1:5001/graphql,commerce=http://127.0.0.1:5002/graphql`.',
    schema: pairs(
      (name) => name !== '',
      (url) => /^https?:\/\/[^/]/.test(url) && URL.canParse(url),
      'content=http://127.0.0.1:5001/graphql,commerce=http://127.0.0.1:5002/graphql',
    ),
  },
  requestTimeout: {
    env: 'GATEWAY_REQUEST_TIMEOUT_MS',
    meaning:
      'Longest that all fetches of one request may take together, in milliseconds; what is not there by then is told as an error, and the rest is answered.',
    schema: wholeNumber(1, 600_000),
    default: '30000',
  },
  subgraphTimeout: {
    env: 'GATEWAY_SUBGRAPH_TIMEOUT_MS',
    meaning:
      'Longest that one fetch from a subgraph may take, retries included, in milliseconds; a list such as `5000,content=800` says it by subgraph.',
    schema: perSubgraph(wholeNumber(1, 600_000), '5000'),
    default: '5000',
  },
  subgraphResponseLimit: {
    env: 'GATEWAY_SUBGRAPH_RESPONSE_BYTES',
    meaning: 'Largest answer taken from a subgraph, in bytes, decoded.',
    schema: wholeNumber(1, 1_000_000_000),
    default: '16777216',
  },
  subgraphConnections: {
    env: 'GATEWAY_SUBGRAPH_CONNECTIONS',
    meaning: 'Most connections kept to each subgraph; further fetches wait for one, within their time.',
    schema: wholeNumber(1, 10_000),
    default: '128',
  },
  subgraphRetries: {
    env: 'GATEWAY_SUBGRAPH_RETRIES',
    meaning:
      'How often a query is sent again that a subgraph gave no answer to, because it refused or broke the connection or said 502, 503 or 504; at most a tenth of its requests, beside two a second. 0 for never; a list such as `2,content=0` says it by subgraph.',
    schema: perSubgraph(wholeNumber(0, 5), '2'),
    default: '2',
  },
  breaker: {
    env: 'GATEWAY_BREAKER',
    meaning:
      'Whether a subgraph that failed half of at least 20 requests within ten seconds is left alone for a while, and its fields told as `SUBGRAPH_UNAVAILABLE` at once: `on`, `off`, or a list such as `content=off`.',
    schema: perSubgraph(onOff, 'on'),
    default: 'on',
  },
  breakerOpenFor: {
    env: 'GATEWAY_BREAKER_OPEN_MS',
    meaning: 'How long it is left alone before one request tries it again, in milliseconds.',
    schema: wholeNumber(1, 600_000),
    default: '5000',
  },
  share: {
    env: 'GATEWAY_SHARE',
    meaning:
      'Whether equal queries to a subgraph that are under way at once are sent once: `on`, `off`, or a list such as `content=off`. Equal means body and passed headers, request id and trace left out.',
    schema: perSubgraph(onOff, 'on'),
    default: 'on',
  },
  batch: {
    env: 'GATEWAY_BATCH',
    meaning:
      'Whether queries of one request to a subgraph that are ready together go as one, under aliases: `on`, `off`, or a list such as `content=off`. Off for a subgraph that takes only documents which it knows.',
    schema: perSubgraph(onOff, 'on'),
    default: 'on',
  },
  merge: {
    env: 'GATEWAY_MERGE',
    meaning:
      'Whether fetches of one request that ask a subgraph the same of objects at several places become one fetch of them all, each object in it once: `on`, `off`, or a list such as `content=off`. Where it is off, `GATEWAY_BATCH` may still send them in one request.',
    schema: perSubgraph(onOff, 'on'),
    default: 'on',
  },
  personalFields: {
    env: 'GATEWAY_PERSONAL_FIELDS',
    meaning:
      'Fields whose fetches are shared by nobody but the same person (`x-redcat-viewer`), as `Query.search,User.email`; `none` for none. The default is used only where the supergraph has such a field.',
    schema: z
      .string()
      .refine(
        (text) => text === 'none' || text.split(',').every((name) => coordinate.test(name.trim())),
        'must read like Query.search,User.email',
      )
      .transform((text) => (text === 'none' ? [] : text.split(',').map((name) => name.trim()))),
    default: 'Query.search,Query.consents',
  },
  rowFields: {
    env: 'GATEWAY_ROW_FIELDS',
    meaning:
      'Fields whose answers differ by rows that are the caller’s own, with the policies that name these, as `Query.order=own_shop,Note.conversion=own_shop+own_author`; fields with `@policy` need not be named. Callers with credentials share a subscription, or a query under way, of whom its fields read the same, and subgraphs are told no more of them. `none`: no others than those with `@policy`; `any`: any field may read anything, so that only callers of whom all is the same share one. The default is `any` where the supergraph has none of its fields.',
    schema: rowFields,
    default:
      'Query.order=own_shop+joint_shop,Query.conversions=own_shop+joint_shop,Query.commissions=own_shop+joint_shop+own_author,Commission.order=own_shop+joint_shop,ProductLink.commissionRate=own_shop+joint_shop+own_author,Query.upliftReport=own_shop+joint_shop,UpliftReport.rows=own_shop+joint_shop,Note.conversion=own_shop+joint_shop+own_author,Note.readToOrderRate=own_shop+joint_shop+own_author,Source.conversion=own_shop+joint_shop+own_source,ProductLink.conversion=own_shop+joint_shop+own_author,Product.conversion=own_shop+joint_shop,Search.conversion=own_shop+joint_shop,Query.campaign=own_shop+joint_shop+own_platform,Note.boosts=own_shop+joint_shop+own_platform,Campaign.conversion=own_shop+joint_shop,Campaign.returnOnAdSpend=own_shop+joint_shop',
  },
  propagateHeaders: {
    env: 'GATEWAY_PROPAGATE_HEADERS',
    meaning:
      'The client’s headers that subgraphs are told, as `x-redcat-viewer,x-tenant=x-upstream-tenant,content:accept-language`: its name, another name for it, one subgraph alone; `none` for none. The request id and `traceparent` are always told.',
    schema: headerRules,
    default: 'x-redcat-viewer',
  },
  compression: {
    env: 'GATEWAY_SUBGRAPH_COMPRESSION',
    meaning:
      'Whether answers of subgraphs may come compressed (gzip, br): `on`, `off`, `auto` for those that are not on this machine, or a list such as `auto,content=off`.',
    schema: perSubgraph(compression, 'auto'),
    default: 'auto',
  },
  compressFrom: {
    env: 'GATEWAY_SUBGRAPH_COMPRESS_FROM_BYTES',
    meaning:
      'Requests to subgraphs with so many characters or more are sent compressed (gzip), where the subgraph reads that; 0 for none; a list such as `content=4096` says it by subgraph.',
    schema: perSubgraph(wholeNumber(0, 1_000_000_000), '0'),
    default: '0',
  },
} as const satisfies Record<string, Setting<unknown>>;
