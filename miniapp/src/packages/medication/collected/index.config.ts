export default definePageConfig({ navigationBarTitleText: '药取回来了', enablePageMeta: true });
