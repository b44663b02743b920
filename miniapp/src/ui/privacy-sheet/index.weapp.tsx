import { Button, View } from '@tarojs/components';
import { answerPrivacy, usePrivacyAsked } from '../../platform/privacy';
import { AGREE_BUTTON } from '../../platform/privacy/privacy.ts';
import { goTo } from '../../platform/navigate';
import { BigButton } from '../button/big-button.tsx';
import { buttonClass } from '../button/button-class.ts';
import { Popup } from '../sheet/popup.tsx';
import { uiWords } from '../../words/ui.ts';

/** Before the first sensitive call: what it is for, in few words, and a no that costs nothing but that call. */
export function PrivacySheet() {
  const asked = usePrivacyAsked();
  return (
    <Popup open={asked} title={uiWords.privacyAsk} onClose={() => answerPrivacy(false)}>
      <View className="gh-sheet__words">{uiWords.privacyTerms}</View>
      <Button
        id={AGREE_BUTTON}
        className={buttonClass('primary')}
        openType="agreePrivacyAuthorization"
        onAgreePrivacyAuthorization={() => answerPrivacy(true)}
      >
        {uiWords.agree}
      </Button>
      <View className="gh-gap">
        <BigButton look="line" onTap={() => answerPrivacy(false)}>
          {uiWords.notNow}
        </BigButton>
      </View>
      <View className="gh-gap">
        <BigButton look="line" size="small" onTap={() => goTo('/packages/access/privacy/index')}>
          {uiWords.readPrivacy}
        </BigButton>
      </View>
    </Popup>
  );
}
