export default definePageConfig({ navigationBarTitleText: '填线索', enablePageMeta: true });
