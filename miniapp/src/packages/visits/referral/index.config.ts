export default definePageConfig({ navigationBarTitleText: '转诊', enablePageMeta: true });
