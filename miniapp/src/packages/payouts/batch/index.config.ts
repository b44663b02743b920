export default definePageConfig({ navigationBarTitleText: '复核发放批次', enablePageMeta: true });
