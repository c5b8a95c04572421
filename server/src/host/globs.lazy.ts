// Loaded where a setting has patterns: most have none.
export { isMatch } from 'picomatch';
