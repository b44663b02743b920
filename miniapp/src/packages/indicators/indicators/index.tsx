import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import type { IndicatorPlace } from '@guanhu/shared/indicators/indicators.contract';
import { readIndicators } from '@guanhu/shared/indicators/indicators.routes';
import { useRead } from '../../../platform/api/use-read.ts';
import { goTo } from '../../../platform/navigate';
import { phoneToday } from '../../../platform/now.ts';
import { Card } from '../../../ui/card/card.tsx';
import { KeyValue } from '../../../ui/key-value/key-value.tsx';
import { ListItem } from '../../../ui/list/list-item.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { ErrorState, Loading } from '../../../ui/states/states.tsx';
import { Tag } from '../../../ui/tag/tag.tsx';
import { momentInWords } from '../../../ui/time.ts';
import { indicatorLines, monthInWords } from './indicator-lines.ts';
import { indicatorsWords } from '../../../words/indicators.ts';

/** The numbers of the reader's widest area this month, or of one place inside; what is below its target first. */
export default function IndicatorsPage() {
  const { areaId } = useRouter().params;
  const { value, refusal, reload } = useRead(readIndicators, { query: areaId === undefined ? {} : { areaId } });
  if (!value) return <Page>{refusal ? <ErrorState refusal={refusal} onRetry={() => void reload()} /> : <Loading />}</Page>;
  const lines = indicatorLines(value);
  const { own, places, countedAt } = value;
  return (
    <Page>
      <Card title={indicatorsWords.title(own.name, monthInWords(value.month))}>
        <View className="gh-note">
          {countedAt === null ? indicatorsWords.neverCounted : indicatorsWords.counted(momentInWords(countedAt, phoneToday()))}
        </View>
      </Card>
      <Card list>
        {lines.map(({ question, name, notes, share, parts, isBelow }, index) => (
          <KeyValue
            key={question}
            name={
              <>
                {`${name} `}
                {isBelow && <Tag tone="warn">{indicatorsWords.below}</Tag>}
              </>
            }
            note={notes.map(note => (
              <View key={note}>{note}</View>
            ))}
            last={index === lines.length - 1}
          >
            <View>{share}</View>
            {parts !== undefined && <View className="gh-note">{parts}</View>}
          </KeyValue>
        ))}
      </Card>
      {places.length > 0 && (
        <Card list title={indicatorsWords.places}>
          {places.map((place, index) => (
            <ListItem
              key={place.areaId}
              title={place.name}
              sub={targetsOf(place)}
              last={index === places.length - 1}
              onTap={() => goTo('/packages/indicators/indicators/index', { areaId: place.areaId })}
            />
          ))}
        </Card>
      )}
      <View className="gh-note">{indicatorsWords.hiddenBelow(value.hideBelow)}</View>
      <View className="gh-note">{indicatorsWords.listsAtDesk}</View>
    </Page>
  );
}

/** How a place stands to its targets; nothing where nothing of it is known. */
function targetsOf({ points, below }: IndicatorPlace): string | undefined {
  if (points === null) return undefined;
  return below.length === 0 ? indicatorsWords.allReached : indicatorsWords.belowTarget(below.length);
}
