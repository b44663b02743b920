import { useState } from 'react';
import { View } from '@tarojs/components';
import { INCIDENT_KINDS, type IncidentKind } from '@guanhu/shared/incidents/incidents.terms';
import { BigButton } from '../../ui/button/big-button.tsx';
import { KindTiles } from './kind-tiles.tsx';
import { incidentsWords } from '../../words/incidents.ts';

type About = { readonly value: string; readonly text: string };
type Asked = {
  /** What it can be about: one person, or one of several; empty while that is not known yet. */
  readonly of: readonly About[];
  /** 「是谁？」 */
  readonly whom: string;
  /** The picture that is on its way. */
  readonly sending: IncidentKind | undefined;
  readonly onReport: (about: string, kind: IncidentKind) => void;
};

/**
 * The pictures stand first, and one tap reports. Only where it can be about several is one question asked, and only after the picture:
 * nothing stands between the calls and the pictures.
 */
export function KindThenWhom({ of, whom, sending, onReport }: Asked) {
  const [picked, setPicked] = useState<IncidentKind>();
  const [only] = of;
  if (picked === undefined || sending !== undefined)
    return (
      <>
        <View className="gh-sub">{sending === undefined ? incidentsWords.tapAPicture : incidentsWords.telling}</View>
        <KindTiles
          value={sending}
          onPick={kind => {
            if (of.length === 1 && only) onReport(only.value, kind);
            else setPicked(kind);
          }}
        />
      </>
    );
  return (
    <>
      <View className="gh-head">{incidentsWords.kindThen(INCIDENT_KINDS[picked], whom)}</View>
      <View className="gh-sub">{of.length === 0 ? incidentsWords.listNotThere : incidentsWords.tapToTell}</View>
      {of.map(({ value, text }) => (
        <BigButton
          key={value}
          look="secondary"
          onTap={() => {
            setPicked(undefined);
            onReport(value, picked);
          }}
        >
          {text}
        </BigButton>
      ))}
      <BigButton
        look="line"
        onTap={() => {
          setPicked(undefined);
        }}
      >
        {incidentsWords.otherPicture}
      </BigButton>
    </>
  );
}
