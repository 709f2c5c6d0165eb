/** The page's own words in one language. What operations say of themselves is the schema's. */
export interface Words {
  readonly lang: 'en' | 'zh';
  readonly title: string;
  readonly intro: string;
  readonly other: string;
  readonly operations: string;
  readonly none: string;
  readonly document: string;
  readonly key: string;
  readonly keyHint: string;
  readonly show: string;
  readonly parameters: string;
  readonly body: string;
  readonly required: string;
  readonly preset: string;
  readonly answer: string;
  readonly orNull: string;
  readonly list: string;
  readonly listOf: string;
  readonly tryIt: string;
  readonly send: string;
  readonly changes: string;
  readonly problems: string;
  readonly problemsIntro: string;
  readonly code: string;
  readonly meaning: string;
  readonly remedy: string;
}

const en: Words = {
  lang: 'en',
  title: 'Operations in plain HTTP',
  intro:
    'What you may ask here, and how. Each answer is JSON with its data at the top; what goes wrong is told as Problem Details. No GraphQL is needed.',
  other: '中文',
  operations: 'Operations',
  none: 'There is none that you may use. With an API key there may be some.',
  document: 'OpenAPI document',
  key: 'API key',
  keyHint: 'kept by this page alone, until you leave it',
  show: 'Show what it may use',
  parameters: 'Parameters',
  body: 'Body',
  required: 'required',
  preset: 'without it',
  answer: 'Answer',
  orNull: 'or null',
  list: 'list',
  listOf: 'list of',
  tryIt: 'Try it',
  send: 'Send',
  changes: 'This changes something, each time that you send it.',
  problems: 'Problems',
  problemsIntro: 'The code of a problem is stable. Codes of subgraphs come beside these.',
  code: 'Code',
  meaning: 'Meaning',
  remedy: 'What to do',
};

const zh: Words = {
  lang: 'zh',
  title: '用普通 HTTP 调用的操作',
  intro:
    '这里列出您可以调用的操作及用法。每个回答都是 JSON，数据在最外层的 data 中；出错时返回 Problem Details。无需了解 GraphQL。',
  other: 'English',
  operations: '操作',
  none: '目前没有您可以使用的操作；出示 API 密钥后可能会有。',
  document: 'OpenAPI 文档',
  key: 'API 密钥',
  keyHint: '仅保存在本页面中，离开即失效',
  show: '显示它可用的操作',
  parameters: '参数',
  body: '请求体',
  required: '必填',
  preset: '缺省为',
  answer: '回答',
  orNull: '或 null',
  list: '列表',
  listOf: '列表：',
  tryIt: '试一试',
  send: '发送',
  changes: '每次发送都会产生实际改动。',
  problems: '错误',
  problemsIntro: '错误的 code 保持不变；各子图自己的 code 不在此列。',
  code: '代码',
  meaning: '含义',
  remedy: '处理办法',
};

/** The words for whoever asks. @param chosen by the page's own switch; else the browser's first language decides */
export function wordsFor(chosen: unknown, accepted: string | undefined): Words {
  if (chosen === 'zh' || chosen === 'en') return chosen === 'zh' ? zh : en;
  return /^\s*zh\b/i.test(accepted ?? '') ? zh : en;
}
