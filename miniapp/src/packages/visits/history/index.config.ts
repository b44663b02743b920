export default definePageConfig({ navigationBarTitleText: '以前的随访', enablePageMeta: true });
