import type { Partnership } from './types.ts';

/** The agreements between named platforms whose date is known. */
export const PARTNERSHIPS: readonly Partnership[] = [
  {
    name: '红猫计划',
    kind: 'CONTENT_LINKING',
    parties: ['platform_xiaohongshu', 'platform_taobao', 'platform_tmall'],
    effectiveOn: '2025-05-07',
    summary: '笔记直链:笔记下方的商品卡一键跳转到淘宝天猫;三方账号打通从浏览到付款的全链路。',
  },
  {
    name: '微信支付接入淘宝',
    kind: 'PAYMENT',
    parties: ['platform_wechat', 'platform_taobao'],
    effectiveOn: '2024-09-27',
    summary: '淘宝支持微信支付。',
  },
  {
    name: '微信内打开淘宝',
    kind: 'SOCIAL_LINKING',
    parties: ['platform_wechat', 'platform_taobao'],
    effectiveOn: '2024-10-10',
    summary: '淘宝链接可在微信内直接打开。',
  },
  {
    name: '京东物流接入淘宝天猫',
    kind: 'LOGISTICS',
    parties: ['platform_jd_logistics', 'platform_taobao', 'platform_tmall'],
    effectiveOn: '2024-10-16',
    summary: '为淘宝天猫商家提供仓储、快递、快运;送货上门、按需揽收、上门退换。',
  },
];
