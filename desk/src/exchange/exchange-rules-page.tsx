import { FIELD_LABELS, type ExchangeField } from '@guanhu/shared/exchange/difference.terms';
import {
  DEPARTMENTS,
  EXCHANGE_FIELD_KEYS,
  fieldOf,
  PURPOSES,
  SYSTEM_KEYS,
  SYSTEMS,
  type Department,
} from '@guanhu/shared/exchange/exchange.terms';
import { FIELD_MAPS } from '@guanhu/shared/exchange/field-maps';
import { FILE_FIELDS } from '@guanhu/shared/registry/file-fields';
import { Table } from 'antd';
import { Card, Detail } from '../ui/columns.tsx';

const names = (departments: readonly Department[]): string => departments.map(each => DEPARTMENTS[each].label).join('、');

/** Who states and sees which field, what for and by which law; and which item of which form it is. */
export const ExchangeRulesPage = () => (
  <Detail title="谁交什么、谁看什么">
    <Card title="交换的项目">
      <Table<{ field: ExchangeField }>
        rowKey="field"
        size="small"
        pagination={false}
        scroll={{ x: 760 }}
        dataSource={EXCHANGE_FIELD_KEYS.map(field => ({ field }))}
        columns={[
          { title: '项目', key: 'label', width: 110, render: (_, { field }) => FIELD_LABELS[field] },
          { title: '谁交', key: 'stated', width: 140, render: (_, { field }) => names(fieldOf(field).statedBy) },
          { title: '谁看', key: 'seen', width: 140, render: (_, { field }) => names(fieldOf(field).seenBy) },
          {
            title: '做什么用、依据',
            key: 'purpose',
            render: (_, { field }) => {
              const { label, basis } = PURPOSES[fieldOf(field).purpose];
              return (
                <>
                  {label}
                  <div className="small">{basis}</div>
                </>
              );
            },
          },
        ]}
      />
      <p className="small">社会事务办负责把各部门对到一起，看全部项目。别的列不读入。依据由县里的法务在启用前核对。</p>
    </Card>
    {SYSTEM_KEYS.map(system => {
      const { form, fields, note } = FIELD_MAPS[system];
      return (
        <Card key={system} title={`${SYSTEMS[system].label}${form === null ? '' : `：${form}`}`}>
          <p className="sub">{note}</p>
          {fields.length > 0 && (
            <Table
              rowKey="field"
              size="small"
              pagination={false}
              dataSource={[...fields]}
              columns={[
                { title: '表格上的项目', dataIndex: 'item' },
                { title: '档案里的项目', key: 'field', render: (_, { field }) => FILE_FIELDS[field].label },
              ]}
            />
          )}
        </Card>
      );
    })}
  </Detail>
);
