const pad = (part: number) => String(part).padStart(2, '0')

const isDay = (date: string): boolean => {
  const time = Date.parse(date)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date)
}

/** A review that is still to come would be printed as the last update. The day is that of the person who asks. */
export function reviewDateProblem(date: unknown, {now = new Date()}: {now?: Date; document?: unknown}): string | true {
  const today = `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`
  if (typeof date !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(date)) return true
  if (!isDay(date))
    return 'There is no such day, so the page prints the day of the last change. Choose the day of the review.'
  return date <= today || 'This day is still to come, and the page would print it as the last update.'
}
