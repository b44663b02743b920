import type { patients as zhCN } from '../zh-CN/patients.ts';

export const patients: typeof zhCN = {
  title: 'People',
  search: 'Name or pinyin',
  find: 'Find',
  groups: 'See to these first',
  groupsSub: 'By what is on record',
  unfiled: 'Something about somebody without a file',
  offline: 'No signal; this is the list kept on this phone',
  none: 'Not found',
  noneSub: 'Only those in your care are here',
  more: 'Show some more',
};
