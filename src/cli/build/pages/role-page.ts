import {type Page, type Role, rolePage, roleUrl, toDocument, toJsonLd} from '../../../index.ts'

export interface RolePageOfOptions {
  /** The role's page, where it has been made already. */
  page?: Page
  /** The same role in other languages. */
  alternates?: readonly {hreflang: string; href: string}[]
}

/** The document of one role, for `roles/<slug>/index.html`. */
export function rolePageOf(role: Role, {page = rolePage(role)}: RolePageOfOptions = {}): string {
  return toDocument(page, {url: roleUrl(role), jsonLd: toJsonLd(role)})
}
