export const patients = {
  title: '服务对象',
  search: '姓名或拼音',
  find: '查找',
  groups: '重点关注',
  groupsSub: '按情况找人，先去看看',
  unfiled: '没有建档的人出了情况',
  offline: '没有网，这是手机里存的名单',
  none: '没有找到',
  noneSub: '这里只有您负责的人',
  more: '再看一些',
};
