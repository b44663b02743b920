export default definePageConfig({ navigationBarTitleText: '同事请假', enablePageMeta: true });
