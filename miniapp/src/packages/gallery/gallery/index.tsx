import { Page } from '../../../ui/page/page.tsx';
import { Acting } from './parts/acting.tsx';
import { Asking } from './parts/asking.tsx';
import { Showing } from './parts/showing.tsx';
import { Waiting } from './parts/waiting.tsx';

/** Every part of the kit in every state, for whoever draws a page; only WeChat's own question before a sensitive call has its place in WeChat. */
export default function GalleryPage() {
  return (
    <Page open title="样板" tab="me">
      <Acting />
      <Asking />
      <Showing />
      <Waiting />
    </Page>
  );
}
