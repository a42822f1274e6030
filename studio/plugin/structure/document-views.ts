import type {DefaultDocumentNodeResolver} from 'sanity/structure'
import {ChangesView} from '../views/changes-view.tsx'
import {JobDescriptionView} from '../views/job-description-view.tsx'
import {PageView} from '../views/page-view.tsx'
import {UsedByView} from '../views/used-by-view.tsx'

const sharedTypes = ['responsibility', 'skill', 'tool', 'kpi', 'person', 'siteSettings']

/** The views beside the form. For `structureTool({defaultDocumentNode})`. */
export const defaultDocumentNode: DefaultDocumentNodeResolver = (S, {schemaType}) => {
  if (schemaType === 'role')
    return S.document()
      .defaultPanes(['editor', 'job-description'])
      .views([
        S.view.form().id('editor'),
        S.view.component(PageView).id('page').title('Page'),
        S.view.component(JobDescriptionView).id('job-description').title('Job description'),
        S.view.component(ChangesView).id('changes').title('Changes'),
      ])
  if (sharedTypes.includes(schemaType))
    return S.document().views([S.view.form(), S.view.component(UsedByView).id('used-by').title('Used by')])
  return S.document()
}
