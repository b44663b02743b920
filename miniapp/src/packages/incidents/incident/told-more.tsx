import { useState } from 'react';
import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { readIncidentFile, type readIncident } from '@guanhu/shared/incidents/incidents.routes';
import { urlOf, type AnswerOf } from '@guanhu/shared/kernel/route';
import { openMedia } from '../../../platform/media';
import { BigButton } from '../../../ui/button/big-button.tsx';
import { clock } from '../../../ui/time.ts';
import { commonWords } from '../../../words/common.ts';
import { incidentsWords } from '../../../words/incidents.ts';

/** The voice notes, photographs and the place that were told, to be heard and seen. */
export function ToldMore({ incident: { incidentId, files, places } }: { incident: AnswerOf<typeof readIncident> }) {
  const [fault, setFault] = useState<string>();
  const [place] = places;
  const open = async (fileId: string, isVoice: boolean) => {
    const opened = await openMedia(urlOf(readIncidentFile, { incidentId, fileId }), isVoice ? 'audio' : 'image');
    setFault(opened ? undefined : commonWords.notOpened);
  };
  return (
    <>
      {files.map(({ fileId, type, at }) => {
        const isVoice = type.startsWith('audio/');
        return (
          <View key={fileId} className="gh-gap">
            <BigButton look="secondary" icon={isVoice ? 'play' : 'camera'} onTap={() => void open(fileId, isVoice)}>
              {`${isVoice ? incidentsWords.hearRecording : incidentsWords.seePhoto} ${clock(at)}`}
            </BigButton>
          </View>
        );
      })}
      {place && (
        <View className="gh-gap">
          <BigButton
            look="secondary"
            icon="place"
            onTap={() => void Taro.openLocation({ latitude: place.latitude, longitude: place.longitude, scale: 17 })}
          >
            {incidentsWords.seePlace}
          </BigButton>
        </View>
      )}
      {fault !== undefined && <View className="gh-form-row__fault">{fault}</View>}
    </>
  );
}
