import { compactText } from '../kernel/plain-text.ts';

/** How the guardian stands to the patient, in the order of Civil Code Art. 28; `entrusted` and `organisation` need the committee's consent. */
export const GUARDIAN_RELATIONS = {
  spouse: '配偶',
  parent: '父母',
  child: '子女',
  sibling: '兄弟姐妹',
  grandparent: '祖父母或外祖父母',
  grandchild: '孙子女或外孙子女',
  otherRelative: '其他亲属',
  entrusted: '受委托的个人',
  organisation: '村(居)委会或单位',
} as const;
export type GuardianRelation = keyof typeof GUARDIAN_RELATIONS;
export const GUARDIAN_RELATION_CODES = Object.keys(GUARDIAN_RELATIONS) as readonly GuardianRelation[];

/** What lists write about the *guardian* ("the guardian is the patient's …"). 父子 or 祖孙 does not say which of the two is meant, so it is asked about. */
const WRITTEN: Readonly<Record<GuardianRelation, string>> = {
  spouse: '配偶 夫妻 丈夫 妻子 夫 妻 爱人 老公 老婆 老伴',
  parent: '父母 父亲 母亲 父 母 爸爸 妈妈 养父 养母 继父 继母',
  child: '子女 儿子 女儿 子 女 长子 次子 三子 长女 次女 三女 独生子 独生女 养子 养女 继子 继女',
  sibling: '兄弟姐妹 兄弟 姐妹 兄妹 姐弟 哥哥 弟弟 姐姐 妹妹 兄 弟 姐 妹 哥 胞兄 胞弟 胞姐 胞妹 大哥 二哥 大姐 二姐',
  grandparent: '祖父母 外祖父母 祖父 祖母 外祖父 外祖母 爷爷 奶奶 外公 外婆 姥姥 姥爷',
  grandchild: '孙子女 外孙子女 孙子 孙女 外孙 外孙女 孙',
  otherRelative:
    '其他亲属 其他近亲属 其他近亲 亲属 亲戚 伯父 叔父 叔叔 伯伯 姑姑 姑母 舅舅 舅父 姨母 姨妈 侄子 侄女 外甥 外甥女 堂兄 堂弟 堂姐 堂妹 表兄 表弟 表姐 表妹 嫂子 弟媳 儿媳 女婿 叔侄 姑侄 舅甥',
  entrusted: '受委托的个人 受委托人 委托 朋友 邻居 邻里 同事',
  organisation: '村(居)委会或单位 村(居)委会 村委会 居委会 村民委员会 居民委员会 村干部 单位 民政部门 社区',
};
const BY_WORD = new Map(
  GUARDIAN_RELATION_CODES.flatMap(code => [...WRITTEN[code].split(' '), GUARDIAN_RELATIONS[code], code].map(word => [word, code] as const)),
);

/** The relation that a list names; null when the word is not known. */
export function readGuardianRelation(written: string): GuardianRelation | null {
  const bare = compactText(written)
    .replace(/^(?:系|为|是)?(?:患者|病人|本人)?(?:的|之)?/, '')
    .replace(/关系$/, '');
  return BY_WORD.get(bare) ?? null;
}
