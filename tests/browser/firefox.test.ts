import { whole } from './suite/whole.ts';

await whole('firefox');
