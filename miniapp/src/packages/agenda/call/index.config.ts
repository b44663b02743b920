export default definePageConfig({ navigationBarTitleText: '打电话', enablePageMeta: true });
