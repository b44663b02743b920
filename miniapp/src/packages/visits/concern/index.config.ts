export default definePageConfig({ navigationBarTitleText: '保密报告', enablePageMeta: true });
