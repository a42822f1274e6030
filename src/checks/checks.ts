import {contentChecks} from './content-checks.ts'
import {schemaChecks} from './schema-checks.ts'

/**
 * Everything that is checked. An error is a hole or a fault on the printed page. Whatever judges words is a warning,
 * because a program that reads prose may be wrong, and nobody can argue with a button that stays grey.
 */
export const checks = /* @__PURE__ */ both()

// As a call that is marked pure, a page that checks nothing leaves it out.
function both() {
  return {...schemaChecks, ...contentChecks}
}

export type CheckId = keyof typeof checks
export type ContentCheckId = keyof typeof contentChecks
