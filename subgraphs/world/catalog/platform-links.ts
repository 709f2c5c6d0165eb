import type { Platform } from './types.ts';

/** How a product opens: in the platform's app, and on its site. `{product}` is the platform's own id of it, `{click}` the click's id. */
export interface LinkTemplates {
  readonly app: string | null;
  readonly web: string | null;
}

const NAMED: Readonly<Record<string, LinkTemplates>> = {
  platform_taobao: {
    app: 'taobao://item.taobao.com/item.htm?id={product}&click={click}',
    web: 'https://item.taobao.com/item.htm?id={product}&click={click}',
  },
  platform_tmall: {
    app: 'tmall://page.tm/itemDetail?itemID={product}&click={click}',
    web: 'https://detail.tmall.com/item.htm?id={product}&click={click}',
  },
  platform_jd: {
    app: 'openapp.jdmobile://virtual?des=productDetail&skuId={product}&click={click}',
    web: 'https://item.jd.com/{product}.html?click={click}',
  },
  platform_xiaohongshu: {
    app: 'xhsdiscover://goods_detail/{product}?click={click}',
    web: 'https://www.xiaohongshu.com/goods-detail/{product}?click={click}',
  },
};

/** The templates of a platform; of one where nothing is sold, none. Invented marketplaces have addresses that lead nowhere. */
export function linkTemplates({ id, category }: Platform): LinkTemplates {
  const named = NAMED[id];
  if (named) return named;
  if (category !== 'MARKETPLACE') return { app: null, web: null };
  const host = id.replace('platform_', '').replaceAll('_', '-');
  return { app: `${host}://item/{product}?click={click}`, web: `https://${host}.example/item/{product}?click={click}` };
}
