import type {Role} from '../../../src/index.ts'
import {kpiText, midLevelText, modifiedOn, pageFaqs, skillText, toolText} from '../derived.ts'
import {escapeJSON} from '../escape.ts'
import {formattersFor} from '../format.ts'
import {richTextPlain} from '../rich-text.ts'
import {wordsOf} from '../words-of.ts'

export function jsonLd(role: Role, url: string): string {
  const words = wordsOf(role)
  const format = formattersFor(role.language)
  const {title, author, site} = role
  const kpis = role.kpis ?? []
  const day = modifiedOn(role)
  const summary = richTextPlain(role.summary)
  const midLevel = midLevelText(role, words, format)
  const skills = [
    ...role.mustHaveSkills.map(skillText),
    ...(role.niceToHaveSkills ?? []).map(skillText),
    ...(role.tools ?? []).map(toolText),
  ]
  return escapeJSON(
    JSON.stringify({
      '@context': 'https://schema.org',
      '@graph': [
        {
          '@type': 'WebPage',
          '@id': url,
          url,
          name: role.seoTitle || words.pageTitle(title, day.slice(0, 4)),
          description: role.seoDescription || words.intro(title),
          inLanguage: role.language,
          dateModified: day,
          author: author
            ? {
                '@type': 'Person',
                name: author.name,
                jobTitle: author.jobTitle ?? undefined,
                url: author.url ?? undefined,
              }
            : undefined,
          publisher: site?.organizationName
            ? {'@type': 'Organization', name: site.organizationName, url: site.siteUrl ?? undefined}
            : undefined,
        },
        {
          '@type': 'BreadcrumbList',
          itemListElement: [
            {'@type': 'ListItem', position: 1, name: site?.organizationName, item: site?.siteUrl},
            {'@type': 'ListItem', position: 2, name: words.allRoles, item: `${site?.siteUrl}${site?.rolesPath}`},
            {'@type': 'ListItem', position: 3, name: title, item: url},
          ],
        },
        {
          '@type': 'Occupation',
          name: title,
          description: summary,
          responsibilities: role.responsibilities.map(({statement}) => statement),
          skills,
        },
        {
          '@type': 'FAQPage',
          mainEntity: [
            question(words.questions.dayToDay(title), summary),
            ...(midLevel ? [question(words.questions.midLevelYears(title), midLevel)] : []),
            ...(kpis.length > 0
              ? [
                  question(
                    words.questions.kpis(title),
                    `${words.answers.kpis(title)}\n\n${kpis.map((kpi) => `• ${kpiText(kpi)}`).join('\n')}`,
                  ),
                ]
              : []),
            ...pageFaqs(role).map((faq) => question(faq.question, richTextPlain(faq.answer))),
          ],
        },
      ],
    }),
  )
}

const question = (name: string, text: string) => ({
  '@type': 'Question',
  name,
  acceptedAnswer: {'@type': 'Answer', text},
})
