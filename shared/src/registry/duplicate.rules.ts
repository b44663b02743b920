import { mayBeSame, type PartialDate } from '../kernel/partial-date.ts';

/** Why two files may be of one person, the strongest reason first. */
export const LIKENESSES = {
  sameDocument: '证件号码相同',
  sameNameAndBirth: '姓名和出生日期相同',
  sameName: '姓名相同',
  similarSound: '姓名读音相近',
} as const;
export type Likeness = keyof typeof LIKENESSES;

export type Compared = {
  readonly sameDocument: boolean;
  readonly sameName: boolean;
  readonly similarSound: boolean;
  readonly born: PartialDate | null;
  readonly otherBorn: PartialDate | null;
};

/**
 * Whether two descriptions may be of one person. A namesake is shown whatever the dates of birth: one of them may be mistyped. A name that
 * only sounds alike is another person's when both births are known and differ.
 */
export function likenessOf({ sameDocument, sameName, similarSound, born, otherBorn }: Compared): Likeness | null {
  if (sameDocument) return 'sameDocument';
  const known = born !== null && otherBorn !== null;
  const sameBirth = known && mayBeSame(born, otherBorn);
  if (sameName) return sameBirth ? 'sameNameAndBirth' : 'sameName';
  return similarSound && (!known || sameBirth) ? 'similarSound' : null;
}
