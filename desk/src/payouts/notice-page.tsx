import { inWords } from '@guanhu/shared/kernel/calendar-date';
import { yuanGrouped } from '@guanhu/shared/kernel/fen';
import type { PublicNotice } from '@guanhu/shared/payouts/finance.contract';
import { publishNotice, readPublicNotice } from '@guanhu/shared/payouts/finance.routes';
import { Alert, Button } from 'antd';
import { Link, useParams } from 'react-router';
import { useRead } from '../app/queries.ts';
import { useWrite } from '../app/use-write.ts';
import { Card, Detail } from '../ui/columns.tsx';
import { Answered, Refusal } from '../ui/states.tsx';
import { todayInChina } from '../ui/words.ts';

/** What is put up in public about a batch, as it is printed: numbers and sums, and nobody's name. */
export function NoticePage() {
  const { batchId = '' } = useParams();
  const notice = useRead(readPublicNotice, { params: { batchId } });
  return <Answered of={notice}>{answer => <Notice batchId={batchId} notice={answer} />}</Answered>;
}

function Notice({ batchId, notice }: { batchId: string; notice: PublicNotice }) {
  const publish = useWrite(publishNotice);
  const { sums, publishedOn } = notice;
  return (
    <Detail
      over={publishedOn === null ? '还没有公示' : `${inWords(publishedOn)}公示`}
      title="发放公示"
      actions={
        <>
          <Link to={`/batches/${batchId}`}>
            <Button>返回批次</Button>
          </Link>
          {sums !== null && <Button onClick={() => window.print()}>打印</Button>}
          {notice.mayPublish && (
            <Button type="primary" loading={publish.busy} onClick={() => void publish.run({ params: { batchId } })}>
              今天已张贴
            </Button>
          )}
        </>
      }
    >
      <Refusal of={publish} />
      {sums === null ? (
        <Alert type="info" title="这一批不到三个人，公示会让人认出是谁：请和下一批合并公示" />
      ) : (
        <Card>
          <h2 style={{ textAlign: 'center' }}>监护补助发放公示</h2>
          <p style={{ textIndent: '2em' }}>
            {`${notice.townshipName}“${notice.title}”共发放 ${String(sums.people)} 人，合计 ${yuanGrouped(sums.totalFen)} 元。`}
          </p>
          {sums.shares.map(({ amountFen, people }) => (
            <p key={amountFen} style={{ textIndent: '2em' }}>{`每人 ${yuanGrouped(amountFen)} 元的 ${String(people)} 人。`}</p>
          ))}
          {sums.others > 0 && <p style={{ textIndent: '2em' }}>{`其他金额的 ${String(sums.others)} 人。`}</p>}
          <p style={{ textIndent: '2em' }}>为保护个人隐私，不公布姓名。有疑问请到{notice.officeName}询问。</p>
          <p style={{ textAlign: 'right' }}>{notice.officeName}</p>
          <p style={{ textAlign: 'right' }}>{inWords(publishedOn ?? todayInChina())}</p>
        </Card>
      )}
      <p className="sub no-print">预览就是张贴的全部内容：只有人数和金额，没有姓名；不到三个人的金额并入“其他金额”。</p>
    </Detail>
  );
}
