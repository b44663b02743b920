export default definePageConfig({ navigationBarTitleText: '没有建档的人', enablePageMeta: true });
