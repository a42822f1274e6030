import type {Kpi} from '../../../src/index.ts'
import {escapeHTML} from '../../peers/escape.ts'

export const kpiHTML = ({name, statement}: Kpi): string =>
  name ? `<strong>${escapeHTML(name)}</strong>: ${escapeHTML(statement)}` : escapeHTML(statement)
