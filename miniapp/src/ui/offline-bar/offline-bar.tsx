import { View } from '@tarojs/components';
import { dismissRefused, flushOutbox, useOutbox } from '../../platform/outbox';
import { Icon } from '../icon/icon.tsx';

/** What is on this phone only, and what the server would not take. Nothing when all is sent. */
export function OfflineBar() {
  const { waiting, refused } = useOutbox();
  return (
    <>
      {waiting.length > 0 && (
        <View className="gh-offline" onClick={flushOutbox} ariaRole="button">
          <Icon name="upload" />
          <View className="gh-offline__words">{`${String(waiting.length)} 条待上传，有网会自动发出，点一下现在就发`}</View>
        </View>
      )}
      {refused.map(({ intent, say }) => (
        <View
          key={intent.key}
          className="gh-offline gh-offline--refused"
          ariaRole="button"
          onClick={() => {
            dismissRefused(intent.key);
          }}
        >
          <Icon name="alert" />
          <View className="gh-offline__words">{`${intent.what}没有成功：${say}（点一下收起）`}</View>
        </View>
      ))}
    </>
  );
}
