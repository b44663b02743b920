import { dayOf, inWords, type CalendarDate } from '../kernel/calendar-date.ts';
import { committeeOf } from '../kernel/committee.ts';
import { grant, refuse, type Decision } from '../kernel/decision.ts';
import { withoutTelling } from './telling-words.rules.ts';

/** What is known of somebody who is missing. */
export type MissingFacts = {
  /** Where they were last seen. */
  readonly place: string;
  readonly clothes: string;
  /** Height, build, hair, speech: by what a stranger knows them. */
  readonly looks?: string | undefined;
  /** Whether the family agrees to name and photograph on a sheet that others see. */
  readonly sheetAgreed: boolean;
};

/** A phone's clock may be a little ahead. */
const CLOCK_AHEAD_MS = 5 * 60_000;
const OLDEST_MS = 60 * 24 * 3_600_000;

export function decideLastSeen(lastSeenAt: Date, now: Date): Decision<true> {
  const ago = now.getTime() - lastSeenAt.getTime();
  return ago < -CLOCK_AHEAD_MS || ago > OLDEST_MS ? refuse('MISSING_TIME_WRONG') : grant(true);
}

export const decideFound = (foundAt: Date, lastSeenAt: Date, now: Date): Decision<true> =>
  foundAt < lastSeenAt || foundAt.getTime() - now.getTime() > CLOCK_AHEAD_MS ? refuse('MISSING_TIME_WRONG') : grant(true);

/** 'YYYY年M月D日 HH:MM' in China. */
export function momentInChina(at: Date): string {
  const clock = new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(11, 16);
  return `${inWords(dayOf(at))} ${clock}`;
}

/** A printed page: a heading, to whom, what it says, from whom. */
export type PrintedLetter = {
  readonly title: string;
  readonly to: readonly string[];
  readonly paragraphs: readonly string[];
  readonly from: string;
  readonly on: CalendarDate;
};

/** The written report at once to the police and the political-legal committee, who help to search (YM-01). For an official to sign. */
export function missingLetter(of: {
  readonly townshipName: string;
  readonly villageName: string;
  readonly patientName: string;
  readonly idNumber: string | null;
  readonly guardians: readonly { readonly name: string; readonly phone: string | null }[];
  readonly lastSeenAt: Date;
  readonly facts: MissingFacts;
  readonly on: CalendarDate;
}): PrintedLetter {
  const guardians =
    of.guardians.length === 0
      ? '未登记监护人'
      : `监护人${of.guardians.map(one => `${one.name}${one.phone === null ? '' : ` ${one.phone}`}`).join('、')}`;
  const looks = of.facts.looks === undefined ? '' : `体貌特征：${of.facts.looks}。`;
  return {
    title: '关于服务对象走失的书面报告',
    to: ['县公安局', '中共县委政法委员会'],
    paragraphs: [
      `我${of.townshipName}${of.villageName}服务对象${of.patientName}（公民身份号码${of.idNumber ?? '未登记'}，${guardians}），于${momentInChina(of.lastSeenAt)}最后在${of.facts.place}被看到，现下落不明。`,
      `走失时衣着：${of.facts.clothes}。${looks}`,
      '现按规定书面报告，请协助查找。找到后请立即告知我处和监护人。本报告涉及个人隐私，请按规定保密。',
    ],
    from: `${of.townshipName}社会事务办公室`,
    on: of.on,
  };
}

/**
 * The sheet that anybody else may be shown. It looks for a person and says nothing of an illness, a programme, a rating or an office that
 * would give them away, also where somebody wrote it down; name and photograph only with the family's consent. It is issued by the village committee.
 */
export function missingSheet(of: {
  readonly villageName: string;
  readonly patientName: string;
  readonly lastSeenAt: Date;
  readonly facts: MissingFacts;
  readonly on: CalendarDate;
}): PrintedLetter {
  const { facts } = of;
  // Whoever wrote them wrote for the police too.
  const [place, clothes, looks] = [facts.place, facts.clothes, facts.looks ?? ''].map(withoutTelling);
  const who = facts.sheetAgreed ? of.patientName : '我们这里一位乡亲';
  return {
    title: '寻人启事',
    to: ['各位乡亲、过路的朋友'],
    paragraphs: [
      `${who}于${momentInChina(of.lastSeenAt)}最后在${place === '' ? '本地' : place}被看到，家人正在寻找。`,
      ...(clothes || looks ? [[clothes && `当时衣着：${clothes}。`, looks && `${looks}。`].join('')] : []),
      '见到的请不要追赶，陪在旁边，马上拨打 110，或者告诉我们。谢谢！',
    ],
    from: committeeOf(of.villageName),
    on: of.on,
  };
}
