import { View } from '@tarojs/components';
import { Card } from '../../../ui/card/card.tsx';
import { Page } from '../../../ui/page/page.tsx';

/** The notice before anything is collected. Sources: Personal Information Protection Law, articles 6, 17, 23, 28, 30; Mental Health Law, article 4. */
const SECTIONS: readonly { readonly title: string; readonly lines: readonly string[] }[] = [
  {
    title: '用哪些信息，为什么',
    lines: [
      '手机号和微信账号：确认是您本人，给您发提醒。',
      '您点的服药确认、报告的情况、签的协议：用于看护和奖补认定。',
      '工作人员上门签到时的位置：只在点签到的那一下取一次，不跟踪。',
      '您自己点开加的录音、照片和位置：只让来帮忙的人知道现场怎么样，加密保存。',
      '您写的名字：只用于协议签字。',
      '您点“写进手机日历”时：只往日历里加一条每天的提醒，不看别的日程。',
    ],
  },
  {
    title: '谁能看到',
    lines: [
      '只有负责您家人的那几位工作人员，看到各自要用的部分。',
      '每一次查看都有记录，不能改也不能删。',
      '通知和短信里不写姓名，不写病情；不公开名单。',
    ],
  },
  {
    title: '您可以',
    lines: [
      '随时在“我的”里退出，也可以请工作人员更正或解除绑定。',
      '不同意用手机号，可以请网格员替您办理，不影响看护和治疗。',
      '对认定结果有疑问，可以提出来，由人来复核。',
    ],
  },
  { title: '存多久、存在哪', lines: ['存在境内的服务器上，姓名、电话、病情都加密。', '按档案和会计的规定保存，到期删除。'] },
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
