import {de, en, type Role, type Words} from '../../src/index.ts'

/** The peers say the same phrases: what is compared is how they are put together. */
export const wordsOf = ({language}: Role): Words => (language === 'de' ? de : en)
