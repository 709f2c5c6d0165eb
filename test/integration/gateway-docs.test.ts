import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type TestClients, testClients } from '../kit/clients.ts';
import { type Shelf, startShelf } from '../kit/shelf.ts';

let clients: TestClients;
let shelf: Shelf;
let [limited, other, seller]: string[] = [];

beforeAll(async () => {
  clients = await testClients();
  ({ key: limited } = await clients.add('limited', { operations: 'Shelf,BookAdd' }));
  ({ key: other } = await clients.add('other', { operations: 'BookAdd,Shelf' }));
  ({ key: seller } = await clients.add('seller', { scopes: 'sales:read' }));
  shelf = await startShelf({ GATEWAY_KEYS: clients.file, GATEWAY_CLAIMS_KEY: 'none' });
});

afterAll(async () => {
  await shelf[Symbol.asyncDispose]();
  await clients[Symbol.asyncDispose]();
});

const get = (path: string, key?: string, headers: Record<string, string> = {}) =>
  fetch(shelf.url + path, { headers: { ...(key && { 'x-api-key': key }), ...headers } });

interface Described {
  readonly security: unknown;
  readonly paths: Record<string, Record<string, Record<string, never>>>;
  readonly components: { readonly schemas: Record<string, unknown> };
}

const described = async (key?: string) => (await (await get('/openapi.json', key)).json()) as Described;

describe('the OpenAPI document', () => {
  test('describes exactly what the caller may use', async () => {
    expect(Object.keys((await described(limited)).paths)).toEqual(['/op/BookAdd', '/op/Shelf']);
    const all = Object.keys((await described(seller)).paths);
    expect(all).toContain('/op/BookPage');
    expect(all).not.toContain('/op/Foreign');
    // Who lacks the scope of its only root field may read nothing of it.
    expect(all).toContain('/op/Best');
    const open = Object.keys((await described()).paths);
    expect(open).toContain('/op/Sales');
    expect(open).not.toContain('/op/Best');
    expect(await (await get('/docs', seller)).text()).toContain('/op/Best');
    expect(await (await get('/docs')).text()).not.toContain('/op/Best');
    const refused = await get('/openapi.json', 'rck_wrong');
    expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([401, 'CREDENTIAL_REFUSED']);
  });

  test('has parameters from the variables, with what the schema says of them', async () => {
    const { paths, components } = await described(limited);
    expect(paths['/op/Shelf']?.get?.parameters).toEqual([
      { name: 'first', in: 'query', required: false, schema: { type: 'integer', format: 'int32', default: 2 } },
      { name: 'after', in: 'query', required: false, schema: { type: 'string' } },
      {
        name: 'filter.tags',
        in: 'query',
        required: false,
        style: 'form',
        explode: true,
        schema: { type: 'array', items: { $ref: '#/components/schemas/Tag' } },
      },
      { name: 'filter.pages.from', in: 'query', required: false, schema: { type: 'integer', format: 'int32' } },
      { name: 'filter.pages.to', in: 'query', required: false, schema: { type: 'integer', format: 'int32' } },
    ]);
    expect(paths['/op/BookAdd']?.post?.requestBody).toMatchObject({
      content: { 'application/json': { schema: { required: ['title'], properties: { title: { type: 'string' } } } } },
    });
    expect(components.schemas.Tag).toEqual({ type: 'string', enum: ['NOVEL', 'ESSAY', 'POETRY'] });
  });

  test('has answers from what is selected: what may be null may be so, descriptions stand beside', async () => {
    const { paths } = await described(seller);
    const page = paths['/op/BookPage']?.get as unknown as {
      summary: string;
      responses: Record<number, { content: Record<string, unknown> }>;
    };
    expect(page.summary).toBe('One book by its number.');
    expect(page.responses[200]?.content['application/json']).toMatchObject({
      schema: {
        required: ['data'],
        properties: {
          data: {
            required: ['book'],
            properties: {
              book: {
                type: ['object', 'null'],
                description: 'One book.',
                required: ['id', 'title', 'tags'],
                properties: { title: { type: 'string', description: 'As printed on its cover.' } },
              },
            },
          },
        },
      },
    });
  });

  test('has examples that run', async () => {
    const { paths } = await described(seller);
    const [example] = (paths['/op/BookPage']?.get?.parameters ?? []) as { name: string; example: string }[];
    const answer = await get(`/op/BookPage?${example?.name}=${example?.example}`);
    expect(answer.status).toBe(200);
  });

  test('shows an example and a description as soon as they are changed', async () => {
    const file = join(shelf.operations, 'Stock');
    await writeFile(`${file}.variables.json`, '{"id":"changed"}');
    await writeFile(`${file}.graphql`, '# Changed, too.\nquery Stock($id: ID!) { book(id: $id) { stock } }');
    await vi.waitFor(
      async () => expect(JSON.stringify((await described(seller)).paths['/op/Stock'])).toMatch(/Changed, too.*changed/),
      {
        timeout: 10_000,
        interval: 200,
      },
    );
  });

  test('is the same for the same operations, and not sent to who has it', async () => {
    const first = await get('/openapi.json', limited);
    const etag = first.headers.get('etag') ?? '';
    expect(await (await get('/openapi.json', other)).text()).toBe(await first.text());
    expect((await get('/openapi.json', limited, { 'if-none-match': etag })).status).toBe(304);
    expect((await get('/openapi.json', seller, { 'if-none-match': etag })).status).toBe(200);
    expect(first.headers.get('cache-control')).toBe('private, no-cache');
  });
});

describe('the page for people', () => {
  test('shows each operation with a line for curl, in Chinese or English, and loads nothing from elsewhere', async () => {
    const page = await get('/docs', limited, { 'accept-language': 'zh-CN,zh;q=0.9' });
    const text = await page.text();
    expect(text).toContain('<html lang="zh">');
    expect(text).toContain('参数');
    expect(text).toContain(`&#39;${shelf.url}/op/Shelf&#39;`);
    expect(text).not.toContain('BookPage');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'");
    expect(await (await get('/docs?lang=en', limited)).text()).toContain('<html lang="en">');
    for (const [, address] of text.matchAll(/(?:src|href)="([^"]*)"/g)) expect(address).toMatch(/^(\/|#|\?|data:,)/);
  });

  test('explains each code at the place that problems name', async () => {
    const { type } = (await (await get('/op/BookPage')).json()) as { type: string };
    expect(await (await get('/docs')).text()).toContain(`id="${type.split('#')[1]}"`);
  });
});
