import { expect, test } from 'vitest';
import { jumpCodeOf } from '../kit/commerce/market.ts';
import { startCommerce } from '../kit/commerce.ts';
import { describeOnDatabases } from '../kit/databases.ts';

describeOnDatabases('commerce whose database is gone', (fresh) => {
  test('is not ready, and tells nobody why: not in answers, not in redirects', async () => {
    const commerce = await startCommerce(await fresh());
    expect((await fetch(`${commerce.url}/readyz`)).status).toBe(200);
    await commerce.database.close();
    expect((await fetch(`${commerce.url}/readyz`)).status).toBe(503);
    expect((await fetch(`${commerce.url}/livez`)).status).toBe(200);
    const jump = await fetch(`${commerce.url}/l/${jumpCodeOf('link_11')}`, { redirect: 'manual' });
    expect(jump.status).toBe(500);
    const { data, errors } = await commerce.ask('{ product(id: "product_11") { id } }');
    expect(data).toEqual({ product: null });
    expect(errors).toMatchObject([{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }]);
    const told = `${await jump.text()} ${JSON.stringify(errors)} ${await (await fetch(`${commerce.url}/readyz`)).text()}`;
    expect(told).not.toMatch(/pglite|driver|destroyed|closed|select|127\.0\.0\.1|node_modules|\.ts/i);
    await commerce.close();
  });
});
