/** Every sentence stands in Norwegian and English side by side, so neither can be forgotten. */
export type Pairs = Record<string, readonly [nb: string, en: string]>;
