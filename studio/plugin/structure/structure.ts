import {BookIcon} from '@sanity/icons/Book'
import {CogIcon} from '@sanity/icons/Cog'
import {UsersIcon} from '@sanity/icons/Users'
import type {ListItemBuilder, StructureBuilder, StructureResolver} from 'sanity/structure'
import {roleList, rolesByLanguage, rolesByState, rolesThatNeedAttention} from './role-lists.ts'

/** Roles by state and language, the library they share, people and settings. For `structureTool({structure})`. */
export const structure: StructureResolver = (S, context) =>
  S.list()
    .id('roleprint')
    .title('Roles')
    .items([
      S.documentTypeListItem('role')
        .title('All roles')
        .child(roleList(S, 'role', 'All roles', '_type == "role"', {})),
      ...rolesByState(S, context),
      rolesThatNeedAttention(S),
      rolesByLanguage(S, context),
      S.divider(),
      library(S),
      S.documentTypeListItem('person').title('People').icon(UsersIcon),
      S.divider(),
      settings(S),
    ])

const shared = {responsibility: 'Responsibilities', skill: 'Skills', tool: 'Tools', kpi: 'KPIs'}

const byName = (type: string) => [
  {field: type === 'responsibility' || type === 'kpi' ? 'statement' : 'name', direction: 'asc' as const},
]

const library = (S: StructureBuilder): ListItemBuilder =>
  S.listItem()
    .id('library')
    .title('Library')
    .icon(BookIcon)
    .child(
      S.list()
        .id('library')
        .title('Library')
        .items(
          Object.entries(shared).map(([type, title]) =>
            S.documentTypeListItem(type)
              .title(title)
              .child(S.documentTypeList(type).title(title).defaultOrdering(byName(type))),
          ),
        ),
    )

/** There is one, under the id that every query asks for. */
const settings = (S: StructureBuilder): ListItemBuilder =>
  S.listItem()
    .id('settings')
    .title('Settings')
    .icon(CogIcon)
    .child(S.document().schemaType('siteSettings').documentId('siteSettings').title('Settings'))
