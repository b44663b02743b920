import { inWords, type CalendarDate } from '../kernel/calendar-date.ts';
import { MEETING_KINDS, type MeetingKind } from './meetings.terms.ts';

/** What the minutes are made of, people and units by their names. */
export type MinutesFacts = {
  readonly number: string;
  readonly townshipName: string;
  readonly kind: MeetingKind;
  readonly on: CalendarDate;
  readonly place: string;
  readonly units: readonly { readonly name: string; readonly attended: boolean; readonly who: string | null }[];
  readonly summary: string;
  readonly topics: readonly { readonly topic: string; readonly words: string }[];
  readonly decisions: readonly { readonly what: string; readonly ownerName: string; readonly dueOn: CalendarDate }[];
  /** The day of issue. */
  readonly issuedOn: CalendarDate;
};

/** Minutes in the parts of an official document: mark, number, title, body, who issues them and when. */
export type MinutesText = {
  readonly mark: string;
  readonly number: string;
  readonly title: string;
  readonly sections: readonly { readonly heading: string | null; readonly paragraphs: readonly string[] }[];
  readonly signedBy: string;
  readonly signedOn: string;
};

/** '听泉镇关护会纪〔2026〕3号': township, year and a serial without gaps, as official documents are numbered. */
export const minutesNumber = (townshipName: string, year: number, serial: number): string =>
  `${townshipName}关护会纪〔${String(year)}〕${String(serial)}号`;

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'] as const;
/** 1 → '一', 12 → '十二', 30 → '三十'. */
export function numeral(count: number): string {
  const [tens, ones] = [Math.floor(count / 10), count % 10];
  const one = ones === 0 ? '' : (NUMERALS[ones - 1] ?? '');
  return tens === 0 ? one : `${tens === 1 ? '' : (NUMERALS[tens - 1] ?? '')}十${one}`;
}

const paragraphsOf = (words: string): readonly string[] =>
  words
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '');

const present = (units: MinutesFacts['units']): string => {
  const there = units.filter(unit => unit.attended).map(({ name, who }) => (who === null ? name : `${name}（${who}）`));
  const absent = units.filter(unit => !unit.attended).map(unit => unit.name);
  return `参加单位：${there.join('、') || '无'}。${absent.length === 0 ? '' : `缺席单位：${absent.join('、')}。`}`;
};

/** The text that is issued: what everybody countersigned, with its number and its day. */
export function minutesText(facts: MinutesFacts): MinutesText {
  const { townshipName, units, topics, decisions } = facts;
  const group = `${townshipName}严重精神障碍患者综合管理小组`;
  return {
    mark: `${townshipName}关护联席会议纪要`,
    number: facts.number,
    title: `${townshipName}关护服务管理联席会议纪要`,
    sections: [
      {
        heading: null,
        paragraphs: [
          `${inWords(facts.on)}，${group}在${facts.place}召开${MEETING_KINDS[facts.kind]}。`,
          present(units),
          ...paragraphsOf(facts.summary),
        ],
      },
      ...topics.map(({ topic, words }, index) => ({
        heading: `${numeral(index + 1)}、${topic}`,
        paragraphs: paragraphsOf(words),
      })),
      ...(decisions.length === 0
        ? []
        : [
            {
              heading: `${numeral(topics.length + 1)}、会议决定`,
              paragraphs: decisions.map(
                ({ what, ownerName, dueOn }, index) => `（${numeral(index + 1)}）${what}（负责人：${ownerName}；${inWords(dueOn)}前办结）`,
              ),
            },
          ]),
      { heading: null, paragraphs: [`会签单位：${units.map(unit => unit.name).join('、')}，均已同意。`] },
    ],
    signedBy: `${group}办公室`,
    signedOn: inWords(facts.issuedOn),
  };
}

/** One form of the text, for its digests. */
export const canonicalMinutes = ({ mark, number, title, sections, signedBy, signedOn }: MinutesText): string =>
  [
    mark,
    number,
    title,
    ...sections.flatMap(({ heading, paragraphs }) => [...(heading === null ? [] : [heading]), ...paragraphs]),
    signedBy,
    signedOn,
  ]
    .map(line => line.normalize('NFC').trim())
    .join('\n')
    .concat('\n');
