import type {Site} from './site.ts'

/** `robots.txt` */
export const robots = (_site: Site): string => ''
