import Taro from '@tarojs/taro';

/** Offers a new version once it is on the phone; the person may finish what they are doing first. */
export function offerUpdates(): void {
  if (!Taro.canIUse('getUpdateManager')) return;
  const manager = Taro.getUpdateManager();
  manager.onUpdateReady(() => {
    void Taro.showModal({
      title: '有新版本',
      content: '更新只要几秒钟，写好的内容都还在。',
      confirmText: '更新',
      cancelText: '以后再说',
    }).then(answer => {
      if (answer.confirm) manager.applyUpdate();
    });
  });
}
