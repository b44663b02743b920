export default definePageConfig({ navigationBarTitleText: '排查线索', enablePageMeta: true });
