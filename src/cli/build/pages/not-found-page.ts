import type {Site} from './site.ts'

/** `404.html`, which is served at any depth. */
export const notFoundPage = (_site: Site): string => ''
