import type {LevelName} from '../index.ts'
import type {FormatName} from './formats.ts'
import type {ContentOrigin, Target} from './options.ts'

export type ShownPerspective = 'published' | 'drafts'

export interface ListCommand {
  name: 'list'
  origin: ContentOrigin
  perspective: ShownPerspective
  json: boolean
}

export interface RenderCommand {
  name: 'render'
  origin: ContentOrigin
  perspective: ShownPerspective
  slug: string
  /** Which of the roles with this slug, where there are several. */
  language?: string | undefined
  format: FormatName
  level: LevelName | undefined
  out: string | null
}

export interface CheckCommand {
  name: 'check'
  origin: ContentOrigin
  perspective: ShownPerspective
  /** One role and what it is made of, or everything. */
  slug: string | undefined
  json: boolean
}

/** Two versions of one role: from two perspectives, or from two exports. */
export interface VersionsCommand {
  origin: ContentOrigin
  /** Where the version after is, if that is another export. */
  against: string | null
  slug: string
  /** Which of the roles with this slug, where there are several. */
  language?: string | undefined
  /** `published`, `drafts`, or the ids of releases with commas between, the uppermost first. */
  from: string
  to: string
  out: string | null
}

export type DiffFormat = 'text' | 'markdown' | 'html'

export interface DiffCommand extends VersionsCommand {
  name: 'diff'
  format: DiffFormat
}

export interface ShareCommand extends VersionsCommand {
  name: 'share'
}

export interface BuildCommand {
  name: 'build'
  origin: ContentOrigin
  out: string
  /** Writes nothing where a role is bad. */
  isStrict: boolean
  /** Leaves the earlier page of a role that is bad now. */
  keepsStale: boolean
  /** Takes a folder that was not made by a build, and writes over files in the way. */
  isForced: boolean
  /** How many roles there must be. `null`: one, if the site has any, so that it is not emptied by mistake. */
  fewest: number | null
  json: boolean
}

export interface ServeCommand {
  name: 'serve'
  origin: ContentOrigin
  port: number
}

export interface PreviewCommand {
  name: 'preview'
  origin: ContentOrigin
  port: number
  /** Where the Studio is; for a lake on this computer it is known. */
  studio: string | undefined
}

export interface StartCommand {
  name: 'start'
  data: string
  port: number
  sitePort: number
  studio: boolean
}

export interface LakeCommand {
  name: 'lake'
  data: string
  port: number
  project: string | undefined
  dataset: string | undefined
  /** What a new lake begins with: a path, or the sample content. */
  seed: string | null
  origins: string[]
  reset: boolean
  /** Not to run a lake, but to make its store smaller. */
  compact: boolean
}

export interface ExportCommand {
  name: 'export'
  target: Target
  out: string | null
}

export interface LoadCommand {
  name: 'load'
  target: Target
  paths: readonly string[]
  /** What to do with documents that are there already. */
  existing: 'fail' | 'replace' | 'keep'
  allowFailing: boolean
}

export type NamedCommand =
  | ListCommand
  | RenderCommand
  | CheckCommand
  | DiffCommand
  | ShareCommand
  | BuildCommand
  | ServeCommand
  | PreviewCommand
  | StartCommand
  | LakeCommand
  | ExportCommand
  | LoadCommand
export type CommandName = NamedCommand['name']
export type Command = {name: 'help'; about: CommandName | null} | {name: 'version'} | NamedCommand
