import { useMayByPost } from '../app/use-me.ts';
import { Detail, NothingOpen } from '../ui/columns.tsx';
import { LocateCard } from './locate-card.tsx';

/** No merge is open: the county can look for a file instead. */
export function MergesIndex() {
  const mayLocate = useMayByPost('patient:locate');
  if (!mayLocate) return <NothingOpen>从左边选一件合并</NothingOpen>;
  return (
    <Detail title="查找档案">
      <LocateCard />
    </Detail>
  );
}
