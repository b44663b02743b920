import { useState } from 'react';
import { View } from '@tarojs/components';
import { BigButton } from '../../../../ui/button/big-button.tsx';
import { CallButtons } from '../../../../ui/call-buttons/call-buttons.tsx';
import { Card } from '../../../../ui/card/card.tsx';
import { LockCover } from '../../../../ui/lock-cover/lock-cover.tsx';
import { Sheet } from '../../../../ui/sheet/sheet.tsx';
import { Tiles } from '../../../../ui/tiles/tiles.tsx';

const LOOKS = [
  ['primary', '主要的一个'],
  ['secondary', '次要的'],
  ['line', '再次要的、退出的'],
  ['danger', '求助，只有这一个'],
] as const;
const TILES = [
  { value: 'one', icon: 'fluctuate', text: '病情有波动' },
  { value: 'two', icon: 'gone', text: '走出去不见了' },
] as const;
const nothing = () => undefined;

/** What is tapped. */
export function Acting() {
  const [open, setOpen] = useState(false);
  const [locked, setLocked] = useState(false);
  const [tile, setTile] = useState<'one' | 'two'>('one');
  return (
    <>
      <Card title="按钮">
        {LOOKS.map(([look, text]) => (
          <View key={look} className="gh-gap">
            <BigButton look={look} onTap={nothing}>
              {text}
            </BigButton>
          </View>
        ))}
        <View className="gh-gap">
          <BigButton icon="pill" onTap={nothing}>
            带图
          </BigButton>
        </View>
        <View className="gh-gap">
          <BigButton busy onTap={nothing}>
            正在办
          </BigButton>
        </View>
        <View className="gh-gap">
          <BigButton disabled onTap={nothing}>
            现在不能点
          </BigButton>
        </View>
        <View className="gh-gap">
          <BigButton look="line" size="small" onTap={nothing}>
            小的
          </BigButton>
        </View>
        <View className="gh-row gh-gap">
          <View className="gh-row__wide">
            <BigButton onTap={nothing}>宽的</BigButton>
          </View>
          <View className="gh-row__narrow">
            <BigButton look="line" onTap={nothing}>
              窄的
            </BigButton>
          </View>
        </View>
      </Card>
      <CallButtons
        first={{ text: '打给派出所', phone: '110' }}
        others={[
          { text: '急救', phone: '120' },
          { text: '医生', phone: '120' },
        ]}
      />
      <Tiles tiles={TILES} value={tile} onPick={setTile} />
      <BigButton look="secondary" onTap={() => setOpen(true)}>
        再问一次
      </BigButton>
      <Sheet open={open} title="真的要吗？" confirm="要" danger onConfirm={() => setOpen(false)} onClose={() => setOpen(false)}>
        说清楚会怎么样。
      </Sheet>
      <BigButton look="line" onTap={() => setLocked(true)}>
        锁上
      </BigButton>
      {locked && <LockCover onOpen={() => setLocked(false)} />}
    </>
  );
}
