import { useState } from 'react';
import { View } from '@tarojs/components';
import type { ApplicationDetail } from '@guanhu/shared/agreements/application.contract';
import { readRewardPaper } from '@guanhu/shared/agreements/application.routes';
import { urlOf } from '@guanhu/shared/kernel/route';
import { openMedia } from '../../../../platform/media';
import { BigButton } from '../../../../ui/button/big-button.tsx';
import { agreementsWords } from '../../../../words/agreements.ts';
import { commonWords } from '../../../../words/common.ts';

/** The papers, to be looked at one by one: each look is noted in the file. */
export function Papers({ application: { applicationId, files } }: { readonly application: ApplicationDetail }) {
  const [fault, setFault] = useState<string>();
  const open = async (attachmentId: string, isDocument: boolean) => {
    const opened = await openMedia(urlOf(readRewardPaper, { applicationId, attachmentId }), isDocument ? 'document' : 'image');
    setFault(opened ? undefined : commonWords.notOpened);
  };
  return (
    <>
      {files.map(({ attachmentId, type }, at) => (
        <View key={attachmentId} className="gh-gap">
          <BigButton look="secondary" icon="camera" onTap={() => void open(attachmentId, type === 'application/pdf')}>
            {agreementsWords.seePaper(at + 1)}
          </BigButton>
        </View>
      ))}
      {fault !== undefined && <View className="gh-form-row__fault">{fault}</View>}
    </>
  );
}
