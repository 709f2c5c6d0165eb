/** Words that tell notes apart from nothing: neither indexed nor looked for. Single characters of it break no word that holds them. */
export const stopWords: ReadonlySet<string> = new Set(
  (
    '的 了 着 过 地 得 和 与 及 或 而 但 也 都 就 还 又 再 才 只 很 太 更 最 非常 是 有 在 从 到 对 把 被 给 让 向 于 ' +
    '我 你 您 他 她 它 我们 你们 他们 她们 自己 大家 这 那 哪 这个 那个 这件 那件 这些 那些 这样 那样 一个 一下 一点 ' +
    '啊 呀 吧 吗 呢 嘛 哦 哈 啦 哇 么 个 之 其 所以 因为 如果 但是 可以 就是 还是 什么 怎么 ' +
    'a an the and or of to in on at for with by from is are was were be been it its this that these those ' +
    'i you he she we they my your our their me him her us them do does did so as if but not no'
  ).split(' '),
);
