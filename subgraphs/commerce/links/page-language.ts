/** The languages that pages are written in. */
export type PageLanguage = 'zh' | 'en';

/** The language that a header `accept-language` asks for first; Chinese where it asks for none. */
export function pageLanguage(accepted: string | undefined): PageLanguage {
  const wanted = (accepted ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const weight = parameters.map((each) => /^\s*q=([\d.]+)/.exec(each)?.[1]).find(Boolean);
      return { tag: tag.trim(), weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ tag, weight }) => tag !== '' && tag !== '*' && weight > 0)
    .sort((a, b) => b.weight - a.weight);
  if (wanted.length === 0) return 'zh';
  return wanted.find(({ tag }) => /^(zh|en)\b/.test(tag))?.tag.startsWith('zh') ? 'zh' : 'en';
}
