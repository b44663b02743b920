import Taro from '@tarojs/taro';
import { platformWords } from '../../words/platform.ts';

/** Offers a new version once it is on the phone; the person may finish what they are doing first. */
export function offerUpdates(): void {
  if (!Taro.canIUse('getUpdateManager')) return;
  const manager = Taro.getUpdateManager();
  manager.onUpdateReady(() => {
    void Taro.showModal({
      title: platformWords.newVersion,
      content: platformWords.newVersionSub,
      confirmText: platformWords.update,
      cancelText: platformWords.later,
    }).then(answer => {
      if (answer.confirm) manager.applyUpdate();
    });
  });
}
