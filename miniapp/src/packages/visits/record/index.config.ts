export default definePageConfig({ navigationBarTitleText: '一次随访', enablePageMeta: true });
