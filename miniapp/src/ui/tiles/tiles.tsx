import { View } from '@tarojs/components';
import { Icon, type IconName } from '../icon/icon.tsx';

export type Tile<V extends string> = { readonly value: V; readonly icon: IconName; readonly text: string };

/** Big pictures to tap, two in a row. */
export function Tiles<V extends string>({
  tiles,
  value,
  onPick,
}: {
  tiles: readonly Tile<V>[];
  value: V | undefined;
  onPick: (value: V) => void;
}) {
  return (
    <View className="gh-tiles">
      {tiles.map(tile => (
        <View
          key={tile.value}
          className={tile.value === value ? 'gh-tile gh-tile--on' : 'gh-tile'}
          hoverClass="gh-button--pressed"
          ariaRole="button"
          onClick={() => {
            onPick(tile.value);
          }}
        >
          <View className="gh-tile__drawing">
            <Icon name={tile.icon} size="picture" />
          </View>
          {tile.text}
        </View>
      ))}
    </View>
  );
}
