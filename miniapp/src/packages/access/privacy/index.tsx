import { View } from '@tarojs/components';
import { Card } from '../../../ui/card/card.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { accessWords } from '../../../words/access.ts';

/** The notice before anything is collected. Sources: Personal Information Protection Law, articles 6, 17, 23, 28, 30; Mental Health Law, article 4. */
const SECTIONS: readonly { readonly title: string; readonly lines: readonly string[] }[] = [
  {
    title: accessWords.whatAndWhy,
    lines: [
      accessWords.useNumber,
      accessWords.useDeeds,
      accessWords.usePlace,
      accessWords.useMedia,
      accessWords.useName,
      accessWords.useCalendar,
    ],
  },
  {
    title: accessWords.whoSees,
    lines: [accessWords.seenByTeam, accessWords.everyLook, accessWords.noNames],
  },
  {
    title: accessWords.youCan,
    lines: [accessWords.canLeave, accessWords.canRefuseNumber, accessWords.canObject],
  },
  { title: accessWords.howLong, lines: [accessWords.storedHere, accessWords.storedAsLong] },
];

export default function PrivacyPage() {
  return (
    <Page open>
      {SECTIONS.map(section => (
        <Card key={section.title} title={section.title}>
          {section.lines.map(line => (
            <View key={line} className="gh-sub gh-gap">
              {line}
            </View>
          ))}
        </Card>
      ))}
    </Page>
  );
}
