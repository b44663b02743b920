export default definePageConfig({ navigationBarTitleText: '电脑上的确认', enablePageMeta: true });
