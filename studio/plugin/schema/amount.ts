const spaces = /[\s\u00a0\u2009\u202f'’_]/g
const plain = /^\d+(?:[.,]\d{1,2})?$/
const grouped = /^[1-9]\d{0,2}(?:([.,])\d{3})(?:\1\d{3})*(?:(?!\1)[.,]\d{1,2})?$/

/**
 * An amount as people write it: "95.000", "95,000", "95 000" and "95.000,00" are all ninety-five thousand, "17.29" and
 * "17,29" are seventeen and some cents. `null` is what can be read in no way.
 */
export function readAmount(text: string): number | null {
  const written = text.replace(spaces, '')
  if (plain.test(written)) return Number(written.replace(',', '.'))
  const [, sign] = grouped.exec(written) ?? []
  if (!sign) return null
  return Number(written.replaceAll(sign, '').replace(',', '.'))
}
