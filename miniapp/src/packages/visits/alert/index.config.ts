export default definePageConfig({ navigationBarTitleText: '解锁和治疗', enablePageMeta: true });
