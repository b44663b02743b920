import { View } from '@tarojs/components';
import { goTo } from '../../platform/navigate';
import { dismissHandedIn, flushOutbox, useOutbox } from '../../platform/outbox';
import { Icon } from '../icon/icon.tsx';

/** What is on this phone only, and what the server would not take. Nothing when all is sent. */
export function OfflineBar() {
  const { waiting, refused, unsafe, handedIn } = useOutbox();
  // A call for help that nobody has heard must not look like any other form, also after the app was started anew.
  const urgent = [...new Set(waiting.flatMap(intent => (intent.urgent ? intent.what : [])))];
  return (
    <>
      {unsafe && (
        <View className="gh-offline gh-offline--refused" ariaRole="alert">
          <Icon name="alert" />
          <View className="gh-offline__words">手机存满了，最后写的还没有存住。请先别关“关护”，到有网的地方传出去，或者清出一些空间</View>
        </View>
      )}
      {waiting.length > 0 && (
        <View className="gh-offline" onClick={flushOutbox} ariaRole="button">
          <Icon name="upload" />
          <View className="gh-offline__words">
            {`${String(waiting.length)} 条待上传，有网会自动发出，点一下现在就发`}
            {urgent.length > 0 && <View>{`${urgent.join('、')}还没有发出去，别人还不知道，急事请打电话`}</View>}
          </View>
        </View>
      )}
      {handedIn !== undefined && (
        <View className="gh-offline" ariaRole="button" onClick={dismissHandedIn}>
          <Icon name="upload" />
          <View className="gh-offline__words">{`以前没上传的 ${String(handedIn)} 条已交给乡镇办公室，由工作人员核对。点一下收起`}</View>
        </View>
      )}
      {refused.length > 0 && (
        <View className="gh-offline gh-offline--refused" ariaRole="button" onClick={() => goTo('/packages/access/unsent/index')}>
          <Icon name="alert" />
          <View className="gh-offline__words">{`${String(refused.length)} 条没有收下，点开看为什么、怎么办`}</View>
        </View>
      )}
    </>
  );
}
