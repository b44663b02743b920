import { PageMeta } from '@tarojs/components';

/** Sets the root font size that every rem of the page is counted from. Must be the first thing on the page. */
export function PageRoot({ rootPx }: { rootPx: number }) {
  return <PageMeta rootFontSize={`${String(rootPx)}px`} />;
}
