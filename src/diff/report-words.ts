import type {DocumentType} from '../model/documents.ts'
import type {ComparedRow, LinePart, Print} from './role-diff.ts'

/** What a report says of changes, beside the lines themselves. */
export interface ReportWords {
  language: string
  nothingChanges: string
  /** Of what stands before the sections. */
  head: string
  kinds: Record<ComparedRow['kind'], string>
  /** "Changed and moved" */
  andMoved(kind: string): string
  prints: Record<Print, string>
  /** "page and job description" */
  together(places: readonly string[]): string
  /** "only page" */
  only(place: string): string
  types: Record<DocumentType, string>
  quoted(name: string): string
  /** What an editor knows a field as, or `null` where these words do not say. */
  field(name: string): string | null
  /** Before a document that roles share: "because of the skill “SQL”". */
  because: string
  /** In place of the name of the role that is compared. */
  thisRole: string
  before: string
  after: string
  /** Where there is no line beside this one. */
  nothing: string
  /** Lines that do not tell by themselves what they are. */
  parts: Partial<Record<LinePart, string>>
}

const en: ReportWords = {
  language: 'en',
  nothingChanges: 'Nothing printed changes.',
  head: 'Title and introduction',
  kinds: {same: 'Unchanged', added: 'Added', removed: 'Removed', changed: 'Changed', moved: 'Moved'},
  andMoved: (kind) => `${kind} and moved`,
  prints: {page: 'page', jobDescription: 'job description'},
  together: (places) => places.join(' and '),
  only: (place) => `${place} only`,
  types: {
    role: 'role',
    responsibility: 'responsibility',
    skill: 'skill',
    tool: 'tool',
    kpi: 'KPI',
    person: 'person',
    siteSettings: 'site settings',
  },
  quoted: (name) => `“${name}”`,
  field: (name) =>
    name
      .replace(/^_/, '')
      .replace(/[A-Z]/g, (letter) => ` ${letter}`)
      .toLowerCase(),
  because: 'because of the ',
  thisRole: 'edited in this role',
  before: 'Before',
  after: 'After',
  nothing: 'nothing here',
  parts: {
    jobTitle: 'Title of the job description',
    eyebrow: 'Above the title',
    title: 'Title',
    intro: 'Introduction',
    seoTitle: 'Title in search results',
    description: 'Description in search results',
    address: 'Address of the page',
    image: 'Image',
  },
}

const germanFields: Readonly<Record<string, string>> = {
  title: 'Titel',
  language: 'Sprache',
  summary: 'Zusammenfassung',
  responsibilities: 'Aufgaben',
  mustHaveSkills: 'Muss-Anforderungen',
  niceToHaveSkills: 'Kann-Anforderungen',
  tools: 'Werkzeuge',
  reportsTo: 'berichtet an',
  workingWith: 'arbeitet mit',
  levels: 'Stufen',
  kpis: 'KPIs',
  faqs: 'Fragen',
  startingPrice: 'Preis',
  author: 'Autor',
  relatedRoles: 'verwandte Rollen',
  reviewedOn: 'geprüft am',
  seoTitle: 'Titel für Suchergebnisse',
  seoDescription: 'Beschreibung für Suchergebnisse',
  slug: 'Adresse',
  name: 'Name',
  statement: 'Aussage',
  targets: 'Ziele',
  jobTitle: 'Position',
  bio: 'Vorstellung',
  highlights: 'Stationen',
  image: 'Bild',
  url: 'Adresse',
  organizationName: 'Name der Organisation',
  siteUrl: 'Adresse der Website',
  rolesPath: 'Pfad der Rollen',
  _updatedAt: 'letzte Änderung',
  modifiedAt: 'letzte Änderung',
}

const de: ReportWords = {
  language: 'de',
  nothingChanges: 'Im Text ändert sich nichts.',
  head: 'Titel und Einleitung',
  kinds: {same: 'Unverändert', added: 'Neu', removed: 'Entfernt', changed: 'Geändert', moved: 'Verschoben'},
  andMoved: (kind) => `${kind} und verschoben`,
  prints: {page: 'Seite', jobDescription: 'Stellenbeschreibung'},
  together: (places) => places.join(' und '),
  only: (place) => `nur ${place}`,
  types: {
    role: 'Rolle',
    responsibility: 'Aufgabe',
    skill: 'Fähigkeit',
    tool: 'Werkzeug',
    kpi: 'KPI',
    person: 'Person',
    siteSettings: 'Einstellungen der Website',
  },
  quoted: (name) => `„${name}“`,
  field: (name) => (Object.hasOwn(germanFields, name) ? (germanFields[name] ?? null) : null),
  because: 'Grund: ',
  thisRole: 'in dieser Rolle bearbeitet',
  before: 'Vorher',
  after: 'Nachher',
  nothing: 'hier nichts',
  parts: {
    jobTitle: 'Titel der Stellenbeschreibung',
    eyebrow: 'Über dem Titel',
    title: 'Titel',
    intro: 'Einleitung',
    seoTitle: 'Titel in Suchergebnissen',
    description: 'Beschreibung in Suchergebnissen',
    address: 'Adresse der Seite',
    image: 'Bild',
  },
}

const languages: readonly ReportWords[] = [en, de]

/** A report is for the people who publish: in English, whatever language the role is in, unless they say otherwise. */
export const reportWordsFor = (language = 'en'): ReportWords =>
  languages.find((words) => words.language === language.split('-', 1)[0]?.toLowerCase()) ?? en
