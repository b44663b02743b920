import { Button, View } from '@tarojs/components';
import { answerPrivacy, usePrivacyAsked } from '../../platform/privacy';
import { AGREE_BUTTON } from '../../platform/privacy/privacy.ts';
import { goTo } from '../../platform/navigate';
import { BigButton } from '../button/big-button.tsx';
import { buttonClass } from '../button/button-class.ts';
import { Popup } from '../sheet/popup.tsx';

/** Before the first sensitive call: what it is for, in few words, and a no that costs nothing but that call. */
export function PrivacySheet() {
  const asked = usePrivacyAsked();
  return (
    <Popup open={asked} title="用之前，先跟您说一声" onClose={() => answerPrivacy(false)}>
      <View className="gh-sheet__words">只在您点的那一下用到位置、录音、照片或手机号，不跟踪，不外传。不同意也能接着用别的。</View>
      <Button
        id={AGREE_BUTTON}
        className={buttonClass('primary')}
        openType="agreePrivacyAuthorization"
        onAgreePrivacyAuthorization={() => answerPrivacy(true)}
      >
        同意
      </Button>
      <View className="gh-gap">
        <BigButton look="line" onTap={() => answerPrivacy(false)}>
          先不
        </BigButton>
      </View>
      <View className="gh-gap">
        <BigButton look="line" size="small" onTap={() => goTo('/packages/access/privacy/index')}>
          看个人信息说明
        </BigButton>
      </View>
    </Popup>
  );
}
