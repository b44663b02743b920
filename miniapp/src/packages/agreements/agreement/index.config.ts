export default definePageConfig({ navigationBarTitleText: '看护协议', enablePageMeta: true });
