import type {Role} from '../../../src/index.ts'
import {rolePath} from '../../peers/derived.ts'

export const roleUrl = (role: Role): string => `${role.site?.siteUrl ?? ''}${rolePath(role, role.slug)}`
