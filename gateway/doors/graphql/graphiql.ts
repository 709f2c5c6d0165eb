import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { RegisteredOperation } from '../../operations/registered-operation.ts';

/** Everything comes from this server. Styles may be inline: the editor (Monaco) writes them as it runs. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "connect-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>RedCat GraphiQL</title>
    <link rel="icon" href="/graphiql/favicon.ico">
    <link rel="stylesheet" href="/graphiql/graphiql.css">
    <link rel="stylesheet" href="/graphiql/page.css">
  </head>
  <body>
    <noscript>GraphiQL needs JavaScript.</noscript>
    <div id="root"></div>
    <script src="/graphiql/graphiql.js"></script>
    <script src="/graphiql/start.js"></script>
  </body>
</html>
`;

/** The name stands in one line beside any number of tabs. On a phone the answer stands below the editors, and both have its width. */
const PAGE_STYLE = `html, body, #root { height: 100%; margin: 0 }
.graphiql-container .graphiql-logo { white-space: nowrap; flex-shrink: 0 }
@media (max-width: 50rem) {
  #graphiql-session { flex-direction: column; gap: 8px }
  #graphiql-session > div { flex: 1 1 0 !important; min-height: 0; min-width: 0 }
  #graphiql-session > .graphiql-horizontal-drag-bar { display: none }
  .graphiql-container .graphiql-sessions { margin: 0 }
  .graphiql-container .graphiql-logo { display: none }
  .graphiql-container { --sidebar-width: 44px }
}
`;

const SCRIPT = 'text/javascript; charset=utf-8';

/** A file of the page. */
interface Asset {
  readonly type: string;
  readonly body: string | Buffer;
  readonly etag: string;
}

/** What GraphiQL opens with. */
export interface GraphiqlTabs {
  /** The same list as long as nothing changed. */
  readonly tabs: () => readonly RegisteredOperation[];
  /** Name of the one that stands before the others. */
  readonly first: string;
}

/** GraphiQL at /graphiql, from the installed package alone; / leads there. */
export function graphiqlDoor(app: FastifyInstance, { tabs, first }: GraphiqlTabs): void {
  let loading: Promise<ReadonlyMap<string, Asset>> | undefined;
  let start: { readonly of: readonly RegisteredOperation[]; readonly asset: Asset } | undefined;
  const startAsset = (of: readonly RegisteredOperation[]): Asset => {
    if (start?.of !== of) start = { of, asset: asset(SCRIPT, startScript(withFirst(of, first))) };
    return start.asset;
  };
  app.get('/', async (_request, reply) => reply.redirect('/graphiql'));
  app.get('/graphiql', (request, reply) => send(request, reply, asset('text/html; charset=utf-8', PAGE)));
  app.get<{ Params: { file: string } }>('/graphiql/:file', async (request, reply) => {
    if (request.params.file === 'start.js') return send(request, reply, startAsset(tabs()));
    loading ??= loadAssets();
    const found = (await loading).get(request.params.file);
    return found ? send(request, reply, found) : reply.callNotFound();
  });
}

function send(request: FastifyRequest, reply: FastifyReply, { type, body, etag }: Asset) {
  reply.headers({
    'content-security-policy': CONTENT_SECURITY_POLICY,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-cache',
    etag,
  });
  if (request.headers['if-none-match'] === etag) return reply.code(304).send();
  return reply.type(type).send(body);
}

function asset(type: string, body: string | Buffer): Asset {
  return { type, body, etag: `"${createHash('sha256').update(body).digest('base64url')}"` };
}

/** Loaded with the first page: nine megabytes that most gateways never serve. */
async function loadAssets(): Promise<ReadonlyMap<string, Asset>> {
  const package_ = await import('@graphql-yoga/render-graphiql/graphiql');
  const style = 'text/css; charset=utf-8';
  const icon = Buffer.from(package_.favicon.slice(package_.favicon.indexOf(',') + 1), 'base64');
  return new Map([
    ['graphiql.js', asset(SCRIPT, package_.js)],
    ['graphiql.css', asset(style, package_.css)],
    ['page.css', asset(style, PAGE_STYLE)],
    ['favicon.ico', asset('image/x-icon', icon)],
    ['editorWorkerService.js', asset(SCRIPT, package_.editorWorkerService)],
    ['json.js', asset(SCRIPT, package_.jsonWorker)],
    ['graphql.js', asset(SCRIPT, package_.graphqlWorker)],
  ]);
}

function withFirst(tabs: readonly RegisteredOperation[], first: string): readonly RegisteredOperation[] {
  const isFirst = ({ name }: RegisteredOperation) => name === first;
  return [...tabs.filter(isFirst), ...tabs.filter((each) => !isFirst(each))];
}

function startScript(tabs: readonly RegisteredOperation[]): string {
  const defaultTabs = tabs.map(({ text, description, example }) => ({
    query: description === undefined ? text : `${description.replaceAll(/^/gm, '# ')}\n${text}`,
    variables: example ?? '',
  }));
  const options = {
    endpoint: '/graphql',
    title: 'RedCat GraphiQL',
    // Headers may be credentials, which no page should keep.
    shouldPersistHeaders: false,
    ...(tabs.length > 0 && { defaultTabs }),
  };
  return `self.MonacoEnvironment = { globalAPI: false, getWorkerUrl: (_module, label) => '/graphiql/' + label + '.js' };
const options = ${JSON.stringify(options)};
// GraphiQL takes the first tab's query for its first editor, and forgets its variables.
const isFirstVisit = !localStorage.getItem('graphiql:tabState') && !location.search;
if (isFirstVisit) options.variables = options.defaultTabs?.[0].variables;
YogaGraphiQL.renderYogaGraphiQL(document.querySelector('#root'), options);
`;
}
