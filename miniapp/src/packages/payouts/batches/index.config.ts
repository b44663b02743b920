export default definePageConfig({ navigationBarTitleText: '发放批次', enablePageMeta: true });
