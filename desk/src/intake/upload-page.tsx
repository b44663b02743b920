import { listAreas } from '@guanhu/shared/access/access.routes';
import { previewImport } from '@guanhu/shared/intake/intake.routes';
import { Button, Form, Select } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { areasWith } from '../app/may.ts';
import { useRead } from '../app/queries.ts';
import { useMe } from '../app/use-me.ts';
import { useWrite } from '../app/use-write.ts';
import { Card, Detail } from '../ui/columns.tsx';
import { Answered, Refusal } from '../ui/states.tsx';
import { FileField } from './file-field.tsx';
import { fileBase64 } from './file-base64.ts';

/** Choosing the township and the files; the preview then writes nothing but itself. */
export function UploadPage() {
  const areas = useRead(listAreas);
  const mine = areasWith(useMe(), 'import:write');
  return (
    <Detail title="导入责任清单">
      <Card>
        <Answered of={areas}>
          {({ rows }) => <UploadForm townships={rows.filter(area => area.kind === 'township' && mine.includes(area.areaId))} />}
        </Answered>
      </Card>
      <p className="sub">
        要把现在的责任清单导出来，到<Link to="/rights">权利与复核</Link>申请，由另一人批准后下载；改好可以再导入。
      </p>
    </Detail>
  );
}

function UploadForm({ townships }: { townships: readonly { areaId: string; name: string }[] }) {
  const navigate = useNavigate();
  const preview = useWrite(previewImport, answer => void navigate(`/imports/${answer.importId}`));
  const [townshipId, setTownship] = useState(townships.length === 1 ? townships[0]?.areaId : undefined);
  const [list, setList] = useState<File>();
  const [details, setDetails] = useState<File>();
  const submit = async () => {
    if (townshipId === undefined || !list) return;
    const body = {
      townshipId,
      fileName: list.name,
      list: await fileBase64(list),
      ...(details ? { details: await fileBase64(details) } : {}),
    };
    await preview.run({ body });
  };
  return (
    <Form layout="vertical" className="form-narrow" onFinish={() => void submit()}>
      <Form.Item label="乡镇" htmlFor="township">
        <Select
          id="township"
          value={townshipId}
          onChange={setTownship}
          placeholder="选择乡镇"
          options={townships.map(each => ({ value: each.areaId, label: each.name }))}
        />
      </Form.Item>
      <FileField id="list-file" label="责任清单文件（.xlsx）" file={list} onFile={setList} />
      <FileField
        id="details-file"
        label="明细文件（.xlsx，可不选）"
        hint="身份证号、电话、诊断、危险性等级、人员状态、监护人关系和电话；已在清单的另一个工作表里就不用选。"
        file={details}
        onFile={setDetails}
      />
      <Refusal of={preview} />
      <Button type="primary" size="large" htmlType="submit" disabled={townshipId === undefined || !list} loading={preview.busy}>
        预览
      </Button>
      <p className="sub" style={{ marginTop: 10 }}>
        预览不会写入任何档案；您逐行看过、确认以后才导入。
      </p>
    </Form>
  );
}
