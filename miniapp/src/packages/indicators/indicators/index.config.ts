export default definePageConfig({ navigationBarTitleText: '工作指标', enablePageMeta: true });
