import Taro from '@tarojs/taro';
import { View } from '@tarojs/components';
import { useSession } from '../../platform/session';
import { Icon, type IconName } from '../icon/icon.tsx';
import { uiWords } from '../../words/ui.ts';

export type Tab = 'today' | 'agreement' | 'patients' | 'me';

const TABS: Record<Tab, { readonly text: string; readonly icon: IconName }> = {
  today: { text: uiWords.tabToday, icon: 'home' },
  agreement: { text: uiWords.tabAgreement, icon: 'book' },
  patients: { text: uiWords.tabPatients, icon: 'people' },
  me: { text: uiWords.tabMe, icon: 'person' },
};

/** The tabs of the person's part: a guardian sees the agreement, who works for patients sees them, who is both sees both. */
export function TabBar({ on }: { on: Tab }) {
  const signedIn = useSession();
  const shown: readonly Tab[] = [
    'today',
    ...(signedIn?.me.isGuardian ? (['agreement'] as const) : []),
    ...(signedIn?.me.posts.length ? (['patients'] as const) : []),
    'me',
  ];
  return (
    <View className="gh-tabs" ariaRole="tablist">
      {shown.map(tab => (
        <View
          key={tab}
          className={tab === on ? 'gh-tabs__tab gh-tabs__tab--on' : 'gh-tabs__tab'}
          ariaRole="tab"
          ariaLabel={tab === on ? uiWords.tabCurrent(TABS[tab].text) : TABS[tab].text}
          onClick={() => {
            if (tab !== on) void Taro.switchTab({ url: `/pages/${tab}/index` });
          }}
        >
          <Icon name={TABS[tab].icon} />
          {TABS[tab].text}
        </View>
      ))}
    </View>
  );
}
