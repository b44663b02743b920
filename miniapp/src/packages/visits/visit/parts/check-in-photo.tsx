import { View } from '@tarojs/components';
import { BigButton } from '../../../../ui/button/big-button.tsx';
import { visitsWords } from '../../../../words/visits.ts';

type CheckInPhotoProps = {
  readonly photo: {
    readonly offered: boolean;
    readonly taken: boolean;
    readonly fault: string | undefined;
    readonly take: () => Promise<void>;
    readonly drop: () => void;
  };
};

/** A photograph that may go with the check-in, and why there is none. Nothing where the phone cannot take one. */
export function CheckInPhoto({ photo }: CheckInPhotoProps) {
  if (!photo.offered) return null;
  return (
    <View className="gh-gap">
      <BigButton look="line" size="small" onTap={() => void (photo.taken ? photo.drop() : photo.take())}>
        {photo.taken ? visitsWords.dropPhoto : visitsWords.photoOptional}
      </BigButton>
      <View className="gh-sub">{visitsWords.photoManners}</View>
      {photo.fault !== undefined && <View className="gh-form-row__fault">{photo.fault}</View>}
    </View>
  );
}
