import { useState } from 'react';
import { View } from '@tarojs/components';
import type { ApplicationDetail } from '@guanhu/shared/agreements/application.contract';
import { keepRewardPaper, objectToRefusal, resubmitApplication, withdrawApplication } from '@guanhu/shared/agreements/application.routes';
import { call } from '../../../../platform/api';
import { BigButton } from '../../../../ui/button/big-button.tsx';
import { Card } from '../../../../ui/card/card.tsx';
import { TextArea } from '../../../../ui/form/fields.tsx';
import { Sheet } from '../../../../ui/sheet/sheet.tsx';
import { NOTHING_SAID, saidWith, VoiceNote, type Spoken } from '../../../../ui/voice-note/voice-note.tsx';
import { PaperPhotos } from '../../paper-photos.tsx';
import type { Send } from './office-forms.tsx';

type Props = { readonly application: ApplicationDetail; readonly busy: boolean; readonly send: Send };

/** What the family can do: add what is missing, object, take it back. */
export function FamilyDeeds({ application, busy, send }: Props) {
  const [words, setWords] = useState('');
  const [spoken, setSpoken] = useState<Spoken>(NOTHING_SAID);
  const [added, setAdded] = useState<readonly string[]>([]);
  const [sure, setSure] = useState(false);
  const { may, version, stated, files } = application;
  const said = saidWith(words, spoken);
  return (
    <>
      {may.object && (
        <Card title="我不同意这个结果">
          <View className="gh-gap">
            <VoiceNote value={spoken} otherwise="可以打字，也可以请网格员代提" onChange={setSpoken} />
          </View>
          <View className="gh-gap">
            <TextArea value={words} placeholder="也可以打字，说说为什么" most={500} onChange={setWords} />
          </View>
          <View className="gh-gap">
            <BigButton busy={busy} disabled={said === undefined} onTap={() => void send(objectToRefusal, { version, ...said })}>
              提异议
            </BigButton>
          </View>
        </Card>
      )}
      {may.resubmit && (
        <Card title="补充后再交一次">
          <View className="gh-gap">
            <VoiceNote value={spoken} otherwise="可以打字，也可以不说" onChange={setSpoken} />
          </View>
          <View className="gh-gap">
            <TextArea value={words} placeholder="也可以打字，写上要补充的" most={500} onChange={setWords} />
          </View>
          <View className="gh-gap">
            <PaperPhotos
              what="要补的材料"
              kept={added}
              onKept={setAdded}
              keep={(body, key) => call(keepRewardPaper, { params: { patientId: application.patientId }, body, key })}
            />
          </View>
          <View className="gh-gap">
            <BigButton
              busy={busy}
              disabled={spoken.at === 'recording'}
              onTap={() =>
                void send(resubmitApplication, {
                  version,
                  ...stated,
                  files: [...files.map(file => file.attachmentId), ...added],
                  ...said,
                })
              }
            >
              再交一次
            </BigButton>
          </View>
        </Card>
      )}
      {may.withdraw && (
        <BigButton look="line" busy={busy} onTap={() => setSure(true)}>
          撤回申请
        </BigButton>
      )}
      <Sheet
        open={sure}
        title="确定撤回吗？"
        confirm="撤回"
        onConfirm={() => {
          setSure(false);
          void send(withdrawApplication, { version });
        }}
        onClose={() => setSure(false)}
      >
        撤回以后可以重新申请。
      </Sheet>
    </>
  );
}
