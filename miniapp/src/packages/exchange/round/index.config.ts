export default definePageConfig({ navigationBarTitleText: '月度信息交换', enablePageMeta: true });
