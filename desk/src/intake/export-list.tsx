import { listAreas } from '@guanhu/shared/access/access.routes';
import { exportList } from '@guanhu/shared/intake/list-export.routes';
import { Button } from 'antd';
import { useSteppedWrite } from '../access/use-stepped-write.ts';
import { areasWith } from '../app/may.ts';
import { useRead } from '../app/queries.ts';
import { saveWorkbook } from '../app/save-file.ts';
import { useMe } from '../app/use-me.ts';
import { Card } from '../ui/columns.tsx';
import { Refusal } from '../ui/states.tsx';

/** The responsibility list as it stands today, in the layout it was imported in. */
export function ExportList() {
  const mine = new Set(areasWith(useMe(), 'list:export'));
  const townships = (useRead(listAreas).data?.rows ?? []).filter(area => area.kind === 'township' && mine.has(area.areaId));
  const write = useSteppedWrite(exportList, 'data:export', ({ workbook, fileName }) => saveWorkbook(workbook, fileName));
  if (townships.length === 0) return null;
  return (
    <Card title="导出责任清单">
      <p className="sub">
        按现在的专班导出，格式与导入的相同，改好可以再导入。要用手机确认；文件的页眉页脚写明导出人、时间和编号，并留下记录。
      </p>
      <div className="actions">
        {townships.map(area => (
          <Button
            key={area.areaId}
            loading={write.busy}
            onClick={() => void write.run(area.areaId, stepUpTicket => ({ body: { townshipId: area.areaId, stepUpTicket } }))}
          >
            {`导出${area.name}责任清单`}
          </Button>
        ))}
      </div>
      <Refusal of={write} />
    </Card>
  );
}
