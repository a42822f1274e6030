export type {Perspective} from './dataset/perspective.ts'
export {InvalidAnswerError, type Issue, LevelNotFoundError, RoleNotFoundError, SourceError} from './errors.ts'
export {de} from './locale/de.ts'
export {en} from './locale/en.ts'
export type {Plural, Words} from './locale/words.ts'
export {wordsFor} from './locale/words-for.ts'
export type {Draft} from './model/draft.ts'
export type {Faq} from './model/faq.ts'
export type {Kpi, KpiTarget} from './model/kpi.ts'
export type {Level} from './model/level.ts'
export type {Image, Person} from './model/person.ts'
export type {PortableText} from './model/portable-text.ts'
export type {Price} from './model/price.ts'
export type {RelatedRole} from './model/related-role.ts'
export type {Responsibility} from './model/responsibility.ts'
export type {Role, RoleDraft} from './model/role.ts'
export type {RoleListing} from './model/role-listing.ts'
export type {SiteSettings} from './model/site-settings.ts'
export type {Skill} from './model/skill.ts'
export type {SkillRequirement} from './model/skill-requirement.ts'
export type {Tool} from './model/tool.ts'
export type {ToolChoice} from './model/tool-choice.ts'
export * from './model/vocabulary.ts'
export {type JobDescriptionOptions, jobDescription} from './page/job-description.ts'
export {type RolePageOptions, rolePage} from './page/page.ts'
export type {Page} from './page/page-type.ts'
export type {Prose, ProseLink} from './page/prose.ts'
export {roleIssues} from './page/role-issues.ts'
export {rolePath, roleUrl} from './page/role-path.ts'
export type * from './page/section.ts'
export {
  type Query,
  roleById,
  roleByIdQuery,
  roleBySlug,
  roleList,
  roleListQuery,
  roleQuery,
  roleSlugs,
  roleSlugsQuery,
  rolesUsing,
  rolesUsingQuery,
} from './queries.ts'
export {type DocumentOptions, toDocument} from './render/document.ts'
export {documentClasses} from './render/document-classes.ts'
export {type HTMLOptions, toHTML} from './render/html.ts'
export {escapeHTML} from './render/html-escape.ts'
export type {HTMLComponents, HTMLPart, HTMLPrinter} from './render/html-printer.ts'
export {
  type BreadcrumbList,
  type FAQPage,
  type JsonLdOptions,
  jsonLd,
  type Occupation,
  type RoleJsonLd,
  toJsonLd,
  type WebPage,
} from './render/json-ld.ts'
export {toMarkdown} from './render/markdown.ts'
export {toPlainText} from './render/text.ts'
export {affectedRoles} from './source/affected-roles.ts'
export type {AskOptions} from './source/ask.ts'
export {type FetchRoleOptions, fetchRole} from './source/fetch-role.ts'
export {fetchRoleById} from './source/fetch-role-by-id.ts'
export {fetchRoles} from './source/fetch-roles.ts'
export type {Source} from './source/source.ts'

// Last, so that bundles of pages alone stay as they were, to the byte.

export type {Check} from './checks/check.ts'
export {type CheckId, checks} from './checks/checks.ts'
export type {Finding, Severity, Spot, Step} from './checks/finding.ts'
export {type FindingsOptions, roleFindings} from './checks/role-findings.ts'
export {compareRole, type DiffOptions} from './diff/compare-role.ts'
export {type ComparisonHTMLOptions, comparisonToHTML} from './diff/comparison-to-html.ts'
export {changesIn, diffRole} from './diff/diff-role.ts'
export {type DiffHTMLOptions, diffToHTML} from './diff/diff-to-html.ts'
export {diffToMarkdown} from './diff/diff-to-markdown.ts'
export {diffToText} from './diff/diff-to-text.ts'
export type {
  Cause,
  Change,
  ComparedRow,
  ComparedSection,
  LinePart,
  Print,
  RoleComparison,
  RoleDiff,
  SectionDiff,
  Word,
} from './diff/role-diff.ts'
export {
  ContentAccessError,
  ContentResponseError,
  ContentTimeoutError,
  ContentUnavailableError,
  type Failed,
} from './errors.ts'
export {type FollowEvent, type FollowOptions, type FollowTagsEvent, follow} from './live/follow.ts'
export type {Followed} from './live/followed.ts'
export type {RefreshEvent, RefreshReason, StatusEvent} from './live/mailbox.ts'
export type {FollowTiming} from './live/timing.ts'
export {type DocumentType, documentTypes} from './model/documents.ts'
export type {Revision} from './model/revision.ts'
export {type Alternate, alternates} from './page/alternates.ts'
export {type Dependencies, dependencies} from './page/dependencies.ts'
export {type ImageUrlOptions, imageSrcSet, imageUrl} from './page/image-url.ts'
export {type Revalidation, revalidate} from './page/revalidate.ts'
export {documentTag, rolesTag, roleTag} from './page/tags.ts'
export {
  revisions,
  revisionsQuery,
  rolesById,
  rolesByIdQuery,
  siteSettings,
  siteSettingsQuery,
} from './queries.ts'
export {copyButtons} from './render/copy-buttons.ts'
export type {RoleprintQueries, Unparsed} from './sanity-queries.ts'
export type {PublishedOptions} from './source/ask.ts'
export {type FetchOptions, type SanitySourceOptions, sanitySource} from './source/guard/sanity-source.ts'
export type {SourceOptions} from './source/source.ts'
