export default definePageConfig({ navigationBarTitleText: '关护', enablePageMeta: true });
