/** Taro reads this as CommonJS. The browserslist in package.json says which engines the output is for. */
module.exports = {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', useBuiltIns: false }]],
};
