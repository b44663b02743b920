export default definePageConfig({ navigationBarTitleText: '过期没办的事', enablePageMeta: true });
