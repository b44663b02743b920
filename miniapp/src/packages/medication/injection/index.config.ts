export default definePageConfig({ navigationBarTitleText: '记打针', enablePageMeta: true });
