import { QueryClientProvider } from '@tanstack/react-query';
import { App, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Desk } from './app/desk.tsx';
import { newQueryClient } from './app/queries.ts';
import { session } from './app/session.ts';
import { themeOf } from './app/theme.ts';
import './app/tokens.css';
import { useDark } from './app/use-dark.ts';
import './ui/ui.css';

const client = newQueryClient();
// What one person read is gone before the next one signs in at the same screen.
session.subscribe(() => {
  if (session.token() === null) client.clear();
});

function Root() {
  return (
    <ConfigProvider locale={zhCN} theme={themeOf(useDark())} button={{ autoInsertSpace: false }}>
      <QueryClientProvider client={client}>
        <App style={{ height: '100%' }}>
          <Desk />
        </App>
      </QueryClientProvider>
    </ConfigProvider>
  );
}

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Root />
    </StrictMode>,
  );
}
