import type { Phone } from './phone.ts';

/** Records a quiet visit at home on the grid worker's quick form. */
export async function recordVisit(phone: Phone, look: () => Promise<void>): Promise<void> {
  await phone.answer('这次见到了吗？', '已随访');
  await phone.answer('随访形式', '家庭访视');
  await phone.answer('见到了谁', '本人');
  await phone.answer('生活情况', '在家，和平常一样');
  await phone.answer('病情', '平稳');
  await phone.answer('吃药', '按医嘱规律用药');
  await phone.answer('监护', '照看得好');
  await phone.answer('在控还是失控', '在控');
  await phone.answer('上次以来有没有这些', '都没有');
  await look();
  await phone.tap(/^完成$/);
  await phone.sees('随访已记录');
}

/** Reads an agreement one section after the other. */
export async function readToTheEnd(phone: Phone): Promise<void> {
  const next = phone.all('.gh-button').filter({ hasText: '看完了，下一条' });
  while ((await next.count()) > 0) await next.tap();
  await phone.sees('都看明白了，就在这里签名');
}

/** Signs with a finger and says yes once more. */
export async function sign(phone: Phone, look: () => Promise<void>): Promise<void> {
  await phone.draw('.gh-pad__canvas', [
    [
      [0.2, 0.3],
      [0.35, 0.25],
      [0.5, 0.3],
      [0.3, 0.6],
    ],
    [
      [0.6, 0.2],
      [0.65, 0.5],
      [0.7, 0.8],
      [0.85, 0.6],
    ],
  ]);
  await look();
  // Nobody reads it faster.
  await phone.all('.gh-note').filter({ hasText: '秒以后可以签' }).first().waitFor({ state: 'hidden' });
  await phone.tap(/^签好了$/);
  await phone.tap('确定签字');
}
