import { MATTER_SOURCES, type MatterSource } from './meetings.terms.ts';

/** What is counted of each source: pieces of work, or people. */
const COUNTED: Readonly<Record<MatterSource, string>> = {
  decisions: '项',
  overdue: '件',
  incidents: '起',
  bandsUp: '人',
  vacancies: '人',
  objections: '件',
};

/** '超期的工作 12 件（竹坪村 5，柳湾村 7）': numbers and places, as they may stand in an agenda that anybody reads. */
export function matterTopic(source: MatterSource, counts: readonly { readonly place: string | null; readonly count: number }[]): string {
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const places = counts.flatMap(({ place, count }) => (place === null ? [] : [`${place} ${String(count)}`]));
  return `${MATTER_SOURCES[source]} ${String(total)} ${COUNTED[source]}${places.length === 0 ? '' : `（${places.join('，')}）`}`;
}
