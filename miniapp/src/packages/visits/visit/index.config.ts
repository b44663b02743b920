export default definePageConfig({ navigationBarTitleText: '上门随访', enablePageMeta: true });
