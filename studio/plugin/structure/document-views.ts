import type {DefaultDocumentNodeResolver, DocumentBuilder, StructureBuilder} from 'sanity/structure'
import {ChangesView} from '../views/changes-view.tsx'
import {JobDescriptionView} from '../views/job-description-view.tsx'
import {PageView} from '../views/page-view.tsx'
import {UsedByView} from '../views/used-by-view.tsx'

const sharedTypes = ['responsibility', 'skill', 'tool', 'kpi', 'person']

/** A role: its form, and what becomes of it in print beside. */
export const roleDocument = (S: StructureBuilder): DocumentBuilder =>
  S.document()
    .defaultPanes(hasRoom() ? ['editor', 'job-description'] : ['editor'])
    .views([
      S.view.form().id('editor'),
      S.view.component(PageView).id('page').title('Page'),
      S.view.component(JobDescriptionView).id('job-description').title('Job description'),
      S.view.component(ChangesView).id('changes').title('Changes'),
    ])

/** Beside each other only where there is room for two: otherwise the form would be the one that is hidden. */
const hasRoom = (): boolean => (globalThis.innerWidth ?? 0) >= 1200

const sharedDocument = (S: StructureBuilder): DocumentBuilder =>
  S.document().views([S.view.form(), S.view.component(UsedByView).id('used-by').title('Used by')])

/** The views beside the form. For `structureTool({defaultDocumentNode})`. */
export const defaultDocumentNode: DefaultDocumentNodeResolver = (S, {schemaType}) => {
  if (schemaType === 'role') return roleDocument(S)
  return sharedTypes.includes(schemaType) ? sharedDocument(S) : S.document()
}
