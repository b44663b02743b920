export default definePageConfig({ navigationBarTitleText: '村里排查', enablePageMeta: true });
