import type { ImportState } from '@guanhu/shared/intake/import.terms';
import { listImports } from '@guanhu/shared/intake/intake.routes';
import { Button } from 'antd';
import { Link } from 'react-router';
import { usePages } from '../app/queries.ts';
import { ListColumn, RowLink, Rows } from '../ui/columns.tsx';
import { Place } from '../ui/place.tsx';
import { Empty } from '../ui/states.tsx';
import type { Tone } from '../ui/tag.tsx';
import { instantInWords } from '../ui/words.ts';

const STATES: Readonly<Record<ImportState, { readonly tone: Tone; readonly words: string }>> = {
  previewed: { tone: 'warn', words: '待确认' },
  confirmed: { tone: 'calm', words: '已导入' },
  discarded: { tone: 'plain', words: '已作废' },
};

/** Earlier imports; beside them one of them, or a new one. */
export function ImportsPage() {
  const pages = usePages(listImports);
  return (
    <Place
      list={
        <ListColumn
          title="责任清单导入"
          hint="以前的导入在下面"
          actions={
            <Link to="/imports">
              <Button>导入新清单</Button>
            </Link>
          }
        >
          <Rows
            pages={pages}
            empty={<Empty title="还没有导入过">在右边选择责任清单文件，先预览，再确认。</Empty>}
            row={one => (
              <RowLink
                key={one.importId}
                to={`/imports/${one.importId}`}
                title={one.fileName}
                note={instantInWords(one.madeAt)}
                tag={STATES[one.state]}
              />
            )}
          />
        </ListColumn>
      }
    />
  );
}
