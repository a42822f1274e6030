const pad = (part: number) => String(part).padStart(2, '0')

/** The calendar has no February 30, and nobody can have reviewed a whole year on one day. */
export function dayProblem(date: unknown): string | true {
  const day = typeof date === 'string' ? date.match(/^\d{4}(?:-\d\d){0,2}/)?.[0] : undefined
  const time = Date.parse(day ?? '')
  if (day === undefined || (day.length === 10 && !Number.isNaN(time) && new Date(time).toISOString().startsWith(day)))
    return true
  return `“${day}” is no day, so the page prints the day of the last change. Choose the day of the review.`
}

/** A review that is still to come would be printed as the last update. The day is that of the person who asks. */
export function reviewDateProblem(date: unknown, {now = new Date()}: {now?: Date; document?: unknown}): string | true {
  const today = `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`
  if (typeof date !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(date) || dayProblem(date) !== true) return true
  return date <= today || 'This day is still to come, and the page would print it as the last update.'
}
