export default definePageConfig({ navigationBarTitleText: '康复和法律', enablePageMeta: true });
