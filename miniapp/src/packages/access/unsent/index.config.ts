export default definePageConfig({ navigationBarTitleText: '没有收下的', enablePageMeta: true });
