/** Why the roster (who sits where) and the list (who should) do not agree. */
export const MISMATCH_KINDS = {
  left: '在专班里，但人已离岗',
  noPost: '在专班里，但名册上没有这个岗位',
  otherArea: '在专班里，但岗位不管这个村(居)',
  vacant: '岗位空缺',
  spelling: '两个姓名写法相近，可能是同一个人',
} as const;
export type MismatchKind = keyof typeof MISMATCH_KINDS;
/** In the order in which they are shown. */
export const MISMATCH_KIND_KEYS = ['left', 'noPost', 'otherArea', 'vacant', 'spelling'] as const satisfies readonly MismatchKind[];

/** What one tap does about a mismatch. */
export const MISMATCH_ACTS = {
  /** Somebody named sits there from today, at every patient of the line; for two spellings: this one is the person. */
  assign: '换成',
  /** The person named in the line gets the missing post, and stays. */
  givePost: '补登岗位',
  /** The seats become vacant. */
  end: '撤下',
  keep: '保留',
} as const;
export type MismatchAct = keyof typeof MISMATCH_ACTS;

/** Which acts fit which mismatch. */
export const ACTS_OF: Readonly<Record<MismatchKind, readonly MismatchAct[]>> = {
  left: ['assign', 'end'],
  noPost: ['givePost', 'assign', 'end', 'keep'],
  otherArea: ['givePost', 'assign', 'end', 'keep'],
  vacant: ['assign', 'keep'],
  spelling: ['assign', 'keep'],
};
