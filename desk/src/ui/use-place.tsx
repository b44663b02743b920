import { listAreas } from '@guanhu/shared/access/access.routes';
import type { Permission } from '@guanhu/shared/access/permissions.rules';
import { Form, Select } from 'antd';
import { useState } from 'react';
import { areasWith } from '../app/may.ts';
import { useRead } from '../app/queries.ts';
import { useMe } from '../app/use-me.ts';

/** A township or village over which the reader has a permission, the first of them unless another is chosen in the field. */
export function usePlace(permission: Permission, id: string) {
  const mine = areasWith(useMe(), permission);
  const places = (useRead(listAreas).data?.rows ?? []).filter(
    area => area.kind !== 'county' && (mine.includes(area.areaId) || (area.parentId !== null && mine.includes(area.parentId))),
  );
  const [chosen, setPlace] = useState<string>();
  const areaId = chosen ?? places[0]?.areaId;
  const field = (
    <Form.Item label="在哪里" htmlFor={id}>
      <Select id={id} value={areaId ?? null} onChange={setPlace} options={places.map(area => ({ value: area.areaId, label: area.name }))} />
    </Form.Item>
  );
  return { areaId, field };
}
