export default definePageConfig({ navigationStyle: 'custom', enablePageMeta: true });
