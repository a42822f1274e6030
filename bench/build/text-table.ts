/** Rows as a Markdown table, its columns in line. The first row is the head; columns named in `numbers` end in line. */
export function textTable(rows: readonly (readonly string[])[], numbers: readonly number[] = []): string {
  const [head = []] = rows
  const widths = head.map((_, column) => Math.max(3, ...rows.map((row) => (row[column] ?? '').length)))
  const isNumber = (column: number) => numbers.includes(column)
  const line = (row: readonly string[]) =>
    `| ${widths.map((width, column) => (isNumber(column) ? (row[column] ?? '').padStart(width) : (row[column] ?? '').padEnd(width))).join(' | ')} |`
  const rule = widths.map((width, column) => (isNumber(column) ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width)))
  return [line(head), `| ${rule.join(' | ')} |`, ...rows.slice(1).map(line)].join('\n')
}
