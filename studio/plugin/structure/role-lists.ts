import {map} from 'rxjs'
import type {ListItemBuilder, StructureBuilder, StructureResolverContext} from 'sanity/structure'
import {apiVersion} from '../content/api-version.ts'

interface RoleIds {
  published: string[]
  drafts: string[]
}

// Which versions there are can be told only where all of them are in sight.
const idsQuery = `{
  "published": *[_type == "role" && !(_id in path("drafts.**")) && !(_id in path("versions.**"))]._id,
  "drafts": *[_type == "role" && _id in path("drafts.**")]._id
}`

const languagesQuery = `array::unique(*[_type == "role"]{"language": coalesce(language, "en")}.language)`
const anyRole = '*[_type == "role"]'

const withoutPrefix = (id: string) => id.slice('drafts.'.length)

/** Roles by what has become of them. Each list follows what is published and edited meanwhile. */
const states: Record<string, {title: string; choose: (ids: RoleIds) => string[]}> = {
  published: {title: 'Published', choose: ({published}) => published},
  changed: {
    title: 'Changed since published',
    choose: ({published, drafts}) => drafts.map(withoutPrefix).filter((id) => published.includes(id)),
  },
  drafts: {
    title: 'Never published',
    choose: ({published, drafts}) => drafts.map(withoutPrefix).filter((id) => !published.includes(id)),
  },
}

export const rolesByState = (S: StructureBuilder, {documentStore}: StructureResolverContext): ListItemBuilder[] =>
  Object.entries(states).map(([id, {title, choose}]) =>
    S.listItem()
      .id(`roles-${id}`)
      .title(title)
      .schemaType('role')
      .child(() =>
        documentStore
          .listenQuery({fetch: idsQuery, listen: anyRole}, {}, {perspective: 'raw', apiVersion, throttleTime: 500})
          .pipe(
            map((ids: RoleIds) =>
              roleList(S, `roles-${id}`, title, '_type == "role" && _id in $ids', {ids: choose(ids).sort()}),
            ),
          ),
      ),
  )

// What every role must have, and a review not longer ago than a year.
const needsAttention = `_type == "role" && (
  !defined(title) || title == "" || !defined(slug.current) || !(count(summary) > 0) || !(count(responsibilities) > 0) ||
  !(count(mustHaveSkills) > 0) || count(responsibilities[!defined(@->_id)]) > 0 || count(kpis[!defined(@->_id)]) > 0 ||
  count(mustHaveSkills[!defined(skill->_id)]) > 0 || count(niceToHaveSkills[!defined(skill->_id)]) > 0 ||
  count(tools[].anyOf[!defined(@->_id)]) > 0 || count(relatedRoles[!defined(@->_id)]) > 0 ||
  (defined(author) && !defined(author->_id)) ||
  reviewedOn < $aYearAgo
)`

export const rolesThatNeedAttention = (S: StructureBuilder): ListItemBuilder =>
  S.listItem()
    .id('roles-attention')
    .title('Needs attention')
    .schemaType('role')
    .child(() => roleList(S, 'roles-attention', 'Needs attention', needsAttention, {aYearAgo: aYearBefore(new Date())}))

function aYearBefore(now: Date): string {
  const day = new Date(now)
  day.setFullYear(day.getFullYear() - 1)
  return day.toISOString().slice(0, 10)
}

const languageNames = new Intl.DisplayNames('en', {type: 'language', fallback: 'code'})

/** One list for each language that a role is written in. */
export const rolesByLanguage = (S: StructureBuilder, {documentStore}: StructureResolverContext): ListItemBuilder =>
  S.listItem()
    .id('roles-languages')
    .title('By language')
    .child(() =>
      documentStore
        .listenQuery(
          {fetch: languagesQuery, listen: anyRole},
          {},
          {perspective: 'drafts', apiVersion, throttleTime: 500},
        )
        .pipe(
          map((languages: unknown[]) =>
            S.list()
              .id('roles-languages')
              .title('By language')
              .items(
                languages
                  .filter(isText)
                  .sort()
                  .map((language) => languageItem(S, language)),
              ),
          ),
        ),
    )

const isText = (value: unknown): value is string => typeof value === 'string'

// A draft may hold anything for a language, and an id may not.
const idOf = (language: string): string =>
  `language-${[...language].map((sign) => (/[a-zA-Z0-9-]/.test(sign) ? sign : `_${sign.codePointAt(0)}`)).join('')}`

const languageItem = (S: StructureBuilder, language: string): ListItemBuilder =>
  S.listItem()
    .id(idOf(language))
    .title(nameOf(language))
    .schemaType('role')
    .child(() =>
      roleList(S, idOf(language), nameOf(language), '_type == "role" && coalesce(language, "en") == $language', {
        language,
      }),
    )

function nameOf(language: string): string {
  try {
    return languageNames.of(language) || 'No language'
  } catch {
    return language.trim() || 'No language'
  }
}

export const roleList = (
  S: StructureBuilder,
  id: string,
  title: string,
  filter: string,
  params: Record<string, unknown>,
) =>
  S.documentList()
    .id(id)
    .title(title)
    .schemaType('role')
    .filter(filter)
    .params(params)
    .apiVersion(apiVersion)
    .defaultOrdering([{field: 'title', direction: 'asc'}])
