import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commentIntent } from '../../../../../subgraphs/content/text/comment-intent.ts';

/** Ways to ask for the link, one a line. */
const REQUESTS = `
求链接
求連結
求個鏈接🙏
求连接
qiu链接
求🔗
求lj
蹲链接
滴滴我链接
甩个链接
姐妹哪家店的
求店名
求同款
求色号
哪里买的呀
有没有淘宝口令
有鏈接嗎
哪裡買的
請問哪裡買
求店名啊姐妹
qiu lian jie
qiu lianjie
qiulj
Qiu LJ
求LJ
蹲lj
求链jie
求 链 接
链接🙏
链接?
链接呢
链接在哪
🔗🔗🔗
求求链接
跪求链接!
在线等,求链接
不好意思求个链接
不懂就问,链接有吗
不错,求链接
忍不住求链接
能不能发个链接
可不可以甩个链接
有链接吗
有没有链接
链接发我
链接踢我一下
发我链接
给个链接吧
丢个链接
想要链接
我要链接
这件外套哪里买
在哪买的
哪儿买的
怎么买
什么牌子的呀
哪个牌子
啥牌子
色号是什么
什么色号
叫什么牌子?
同款哪里有
有同款吗
没有链接吗?
怎么不放链接
搜不到,求链接
买不到,哪里买啊
蹲一个
蹲蹲
求图二裙子的链接
求姐妹发个链接
求淘口令
不求便宜,只求链接
太好看了吧!!!求链接!!!
邊度買
哪間店的
求店鋪
link please
Link pls
link plz 🙏
need the link
drop the link
where can I buy this?
where did you get it
send me the link
can I get the link
any link?
link?
LINK
what brand is this
which shade?
w2c
where is the dress from
Please share link
could you drop the link below
got a link?
don't know where to buy this
why no link?
多少钱,求链接
用了一瓶了,求同款链接
dd我
上链接
求购链接
麻烦发下链接
姐妹链接
宝子们链接
怎么下单
如何购买
有人知道哪里买吗
谁知道这是哪家店的
请问在哪里能买到
不知道哪里买
bestie link please
where to buy
求个链接谢谢
可以分享一下链接吗
告诉我哪里买
链接可以发一下吗
求連接🙏🙏
求牌子
求出處
蹲個連結
連結在哪
qiu tongkuan
qiu dian ming
na li mai
nali mai de
想要這件的連結
tao口令有吗
求购买渠道
姐妹求个链接呗
好喜欢!可以发我链接吗
这个包包链接有吗
裙子链接
图三的鞋子求链接
码住 求链接
同求链接
链接链接
宝 链接给一下
哪有卖
在哪里可以买到呀
淘宝搜什么
店铺名字叫什么
哪个直播间买的
求指路
姐姐衣服哪家的呀
口红是哪个色号
请问是什么品牌
同问哪里买
蹲蹲链接
蹲个同款链接🥺
链接!链接!链接!
给个口令呗
能分享一下店铺吗
求购买方式
链接有没有啊
为什么没有链接
怎么没有链接
发个链接呗
私信我链接
Where do I find this?
Link to the shoes please
could someone link this
can you link it?
pls link
what's the name of the shop
which store is this from
Any idea where to get this
links pls!
need a link asap
drop link
pls share where you bought
裙子求同款!
链接姐妹🙏🙏
求一个链接~
求链接求链接求链接
救命求链接
啊啊啊啊啊求链接
蹲链接+1
想知道哪里买的
想问下哪家店
有无链接
链接有无
滴滴 链接
求白色那件的链接
店名店名
求店名!!
帽子是哪里的呀
求連接嗚嗚
拜託給個連結
可以給我連結嗎
有連結嗎
求問哪裡買
哪邊買的
哪里入的
求個店名
求小姐姐衣服链接
链接多少,求
已加购物车没找到 求链接
啊啊啊太美了求链接!!
姐姐可以分享下链接吗
求一个同款链接呀
同款链接发我
请问这个哪里能买到
想买,有链接嘛
这双鞋哪买的
包包是什么牌子的呀
宝求个店铺名
口红色号多少呀
有没有链接啊宝
链接链接!!
求链接,谢谢姐妹
能发下购买链接吗
博主求链接🙏🙏
蹲个链接,急
怎么买呀
在哪里下单
求分享链接
链接能给一个吗
私我一下链接呗
想要同款链接
哪家店买的呀求告知
楼主方便给个店名吗
帮忙甩个链接
可以出个链接不
求淘宝链接
淘宝哪家店
这条裙子链接有吗
耳环求链接
求链!
求lian接
跪求同款
球链接
裙子的链接呢
請問連結
求店家
請問在哪買
可以分享連結嗎
想知道牌子
跪求連結QQ
這件哪裡買
想知道链接
请问链接是
can u send link
where did u buy it
link to this pls
need link
where's it from?
Can you share where you got this?
what is the name of this brand
product link?
LINKKKK
pls drop link
is there a link for this
where to get
do you have a link?
can you drop the links
anyone know the brand?
`;

/** What looks like a request and is none: refusals, offers, complaints, other people's requests, other things asked for. */
const LOOK_ALIKES = `
不求链接,自己搜就好
求职链接在主页
已经买了不用发链接
链接在评论区置顶
链接失效了
楼主是卖链接的吧
不要链接
别发链接了
不用链接
求链接的都去看主页
求链接的姐妹看评论区
谁要链接
要链接吗
需要链接吗?
有人要链接吗
需要链接的私我
想要链接的姐妹找我
我发链接了
我给你发链接
链接发你了
已发链接
链接已经放主页了
刚发链接
放了链接
链接打不开
谢谢链接
找到链接了
我有链接
主页有链接
没有链接
没链接
好多人求链接
怎么都在求链接
评论区全是求链接的
别问哪里买的
不要问我哪里买的
哪里都买不到
不管哪里买都一样
我知道哪家店
告诉你哪里买
忘了哪里买的
要求链接放主页
请求链接超时
求婚同款
求助
求生
同款+1
我也有同款
no link needed
No need for a link
don't send me the link
please no links
link in bio
the link is broken
thanks for the link
found the link
link doesn't work
links are in the comments
I know where to buy it
no links please
not asking for a link
求學連結在主頁
連結失效了
不求連結
不用發鏈接
bu qiu lianjie
不要🔗
❌🔗
蓝牙连接不上
真lj
lj产品
求到链接了
链接收到
不是求链接
没想求链接
不想求链接
求求你别发链接了
拒绝求链接
懒得求链接
姐妹们求链接的太多了
给你发链接
给大家放链接
多少钱
好看
哪里拍的
哪里好玩
要不要链接
I already have the link
here is the link
stop asking for links
everyone is asking for the link
链接都在置顶
链接错了吧
求解
求知
这个链接好便宜
链接太贵了
蹲一个测评
店名写着呢
链接我放评论区了
勿求链接
不蹲链接
无链接
求链接的来了
链接不见了
链接已下架
不用链接也能搜到
我不需要链接
别再求链接了
没人求链接吗
链接发了
链接发给你啦
看主页链接
点击链接购买
链接在橱窗
上面有链接
求链接的姐妹私我
链接有问题
链接进不去
这是链接吗
哪里都有卖
淘宝搜同款就有
直接搜店名就行
店名在图里
色号是202
品牌方快给她打钱
这个牌子我知道
在哪里都能买到
买不起
不需要链接谢谢
don't need a link
link expired
the link you posted is wrong
got the link thanks
No one needs the link
clicked the link and bought
links are dead
链接给到姐妹们了
链接我挂主页了
主页橱窗有链接哦
不需要同款
不想知道哪里买
哪里好看了
怎么买了这么多
求链接的人好多啊
本来想求链接的
不必求链接 主页有
楼主别放链接
举报卖链接的
卖链接的滚
私信发链接的是骗子
小心发链接的骗子
这种链接别点
求不来的链接
没必要求链接
我不求链接我求你
鏈接失效
連結打不開
不用給我連結
链接收藏了
链接留着备用
链接价格变了
链接涨价了
已拍链接里的
早买了不求链接
链接已经放在简介里啦
感谢姐妹的链接
链接点不开
链接是假的
不需要链接,已经买到了
别问链接
求你们别再问链接了
链接我收藏了
已经下单了谢谢链接
问链接的看置顶
不给链接也没关系
这个链接贵了50
我也买了同款
和我同款
这个牌子不好用
店名在第三张图
在官网买的
我在天猫旗舰店买的
没有卖的了
买家秀
太贵买不起
求好运
求回复
求不踩雷
求推荐防晒
求测评
求教程
求问油皮能用吗
求更新
蹲测评
哪里不好看了
哪里都好看
链接挂了吗
博主又在打广告
店铺倒闭了
品牌好评
色号很显白
I bought from the link, it's great
link in comments
the link didn't work for me
no need to post the link
I don't want a link
thanks, link works
where did you go?
where is this place
love this brand
this brand is so good
missing link
who needs a link when you can search
I linked it below
`;

const lines = (text: string) => text.trim().split('\n');

describe('the intent of a comment', () => {
  test.each(lines(REQUESTS))('%s asks for the link', (body) => {
    expect(commentIntent(body)).toBe('LINK_REQUEST');
  });

  test.each(lines(LOOK_ALIKES))('%s does not ask for the link', (body) => {
    expect(commentIntent(body)).not.toBe('LINK_REQUEST');
  });

  test.each([
    '多少钱呀',
    '價錢多少',
    '貴嗎',
    'how much is it?',
    '什么价位',
    '怎么卖',
    '价格?',
    '贵不贵',
    "what's the price",
  ])('%s asks for the price', (body) => {
    expect(commentIntent(body)).toBe('PRICE_QUESTION');
  });

  test.each(['多少钱都买', '没多少钱', '价格不重要', '别问多少钱', 'I know how much it is'])(
    '%s asks for nothing',
    (body) => {
      expect(commentIntent(body)).toBe('OTHER');
    },
  );

  test.each([
    '用了一个月真的显白',
    '已入,很好用',
    '回购三次了',
    '已经买了不用发链接',
    'I bought it last week and love it',
    "I've been using this for a month",
    '亲测好用',
    '穿过,会起球',
  ])('%s tells of an experience', (body) => {
    expect(commentIntent(body)).toBe('EXPERIENCE');
  });

  test.each(['没用过', '好用吗', '有人用过吗', '想买', '哈哈哈', '太美了', '', '👍👍', 'nice photo'])(
    '"%s" is none of these',
    (body) => {
      expect(commentIntent(body)).toBe('OTHER');
    },
  );

  test('of what asks for the link and the price, or tells of an experience too, is the request', () => {
    for (const body of ['多少钱,求链接', '用了一瓶了,求同款链接', '回购三次了!求新色链接']) {
      expect(commentIntent(body)).toBe('LINK_REQUEST');
    }
  });

  test('is judged clause by clause: a refusal in one does not silence another', () => {
    expect(commentIntent('不求便宜,只求链接')).toBe('LINK_REQUEST');
    expect(commentIntent('不用发我链接了,姐妹哪家店的')).toBe('LINK_REQUEST');
    expect(commentIntent('不求链接。不求店名。')).toBe('OTHER');
  });

  test('does not change with praise around it, its width, its case or its script', () => {
    const praise = fc.constantFrom('', '好看!', '啊啊啊,', '绝了~', 'omg! ', '😍😍 ');
    const asked = fc.constantFrom(
      ['求链接', 'LINK_REQUEST'],
      ['求連結', 'LINK_REQUEST'],
      ['LINK PLEASE', 'LINK_REQUEST'],
      ['ｌｉｎｋ ｐｌｅａｓｅ', 'LINK_REQUEST'],
      ['哪里买的呀', 'LINK_REQUEST'],
      ['不求链接', 'OTHER'],
      ['鏈接失效了', 'OTHER'],
      ['no link needed', 'OTHER'],
    );
    fc.assert(
      fc.property(praise, asked, fc.constantFrom('', '!', '~', '🙏', ' 🥺'), (before, [text, intent], after) => {
        expect(commentIntent(`${before}${text}${after}`)).toBe(intent);
      }),
    );
  });

  test('of any text at all is one of the four, in time that grows no faster than the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (body) => {
        expect(['LINK_REQUEST', 'PRICE_QUESTION', 'EXPERIENCE', 'OTHER']).toContain(commentIntent(body));
      }),
    );
    for (const part of ['求', '我', '链', '不', '求链接的', 'where ', 'link ', '有', '在']) {
      expect(typeof commentIntent(part.repeat(5000))).toBe('string');
    }
  });
});
