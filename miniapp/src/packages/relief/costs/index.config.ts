export default definePageConfig({ navigationBarTitleText: '救治护送费用', enablePageMeta: true });
