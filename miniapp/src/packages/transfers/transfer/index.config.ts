export default definePageConfig({ navigationBarTitleText: '外县转来', enablePageMeta: true });
