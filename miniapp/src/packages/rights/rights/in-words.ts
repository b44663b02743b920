import { ROLES } from '@guanhu/shared/access/access.terms';
import type { AnswerOf } from '@guanhu/shared/kernel/route';
import type { listReaders, listSubjects } from '@guanhu/shared/rights/kept.routes';
import { READERS } from '@guanhu/shared/rights/kept.terms';
import { rightsWords } from '../../../words/rights.ts';

type Subject = AnswerOf<typeof listSubjects>['rows'][number];
type Read = AnswerOf<typeof listReaders>['days'][number]['reads'][number];

/** Whose file it is. Several of one family are told apart by a number, never by a name. */
export function subject(one: Subject, all: readonly Subject[]): string {
  if (one.as === 'self') return READERS.self;
  const guarded = all.filter(each => each.as === 'guardian');
  return guarded.length > 1 ? rightsWords.myRelativeNumber(guarded.indexOf(one) + 1) : rightsWords.myRelative;
}

/** Who has read: by post, never by name. */
export const reader = ({ who, area }: Pick<Read, 'who' | 'area'>): string =>
  [...(area === null ? [] : [area]), { ...READERS, ...ROLES }[who]].join(' ');
