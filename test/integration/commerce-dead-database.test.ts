import { expect, test } from 'vitest';
import { jumpCodeOf } from '../kit/commerce/market.ts';
import { PHONE } from '../kit/commerce/taps.ts';
import { startCommerce } from '../kit/commerce.ts';
import { describeOnDatabases } from '../kit/databases.ts';

describeOnDatabases('commerce whose database is gone', (fresh) => {
  test('is not ready, and tells nobody why: not in answers, not where links lead; taps land all the same', async () => {
    const commerce = await startCommerce(await fresh());
    expect((await fetch(`${commerce.url}/readyz`)).status).toBe(200);
    const tap = (link: string) =>
      fetch(`${commerce.url}/l/${jumpCodeOf(link)}`, { redirect: 'manual', headers: PHONE });
    await tap('link_11');
    await commerce.database.close();
    expect((await fetch(`${commerce.url}/readyz`)).status).toBe(503);
    expect((await fetch(`${commerce.url}/livez`)).status).toBe(200);
    const jump = await tap('link_99');
    expect(jump.status).toBe(503);
    expect((await tap('link_11')).headers.get('location')).toMatch(/^https:\/\/taobao/);
    const { data, errors } = await commerce.ask('{ product(id: "product_11") { id } }');
    expect(data).toEqual({ product: null });
    expect(errors).toMatchObject([{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }]);
    const told = `${await jump.text()} ${JSON.stringify(errors)} ${await (await fetch(`${commerce.url}/readyz`)).text()}`;
    expect(told).not.toMatch(/pglite|driver|destroyed|closed|select|127\.0\.0\.1|node_modules|\.ts/i);
    await commerce.close();
  });
});
