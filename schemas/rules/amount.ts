import type {PriceUnit} from '../../src/model/vocabulary.ts'

interface Price {
  amount?: unknown
  unit?: unknown
}

/** Below these nobody is paid, in whatever currency of wages: what was meant are thousands, as a rule. */
const least: Partial<Record<PriceUnit, number>> = {MONTH: 100, YEAR: 1000}

/** "95.000" is 95 for a program, and 95,000 for half of the world. */
export function amountProblem(price: Price | undefined): string | true {
  const {amount, unit} = price ?? {}
  if (typeof amount !== 'number' || amount <= 0) return true
  const tooLittle = amount < (least[unit as PriceUnit] ?? 0)
  const isSplit = !Number.isInteger(amount * 100) && Math.abs(amount * 100 - Math.round(amount * 100)) > 1e-6
  if (!tooLittle && !isSplit) return true
  return `${amount.toLocaleString('en', {maximumFractionDigits: 10})} is hardly a pay. Were thousands meant: ${(amount * 1000).toLocaleString('en')}?`
}
