import type {StoredDocument} from '../../../src/local.ts'

/** Ways in which a role cannot be published. Each gives back the role with that one fault. */
export const faults: Record<string, (role: StoredDocument, other: StoredDocument) => StoredDocument> = {
  'no summary': ({summary: _, ...role}) => role as StoredDocument,
  'no title': ({title: _, ...role}) => role as StoredDocument,
  'no must-have skills': ({mustHaveSkills: _, ...role}) => role as StoredDocument,
  'a slug that leads out of the folder': (role) => ({...role, slug: {_type: 'slug', current: `../${slugOf(role)}`}}),
  'the slug of another role': (role, other) => ({...role, slug: {_type: 'slug', current: slugOf(other)}}),
  'a number for a title': (role) => ({...role, title: 7}),
  'text for a list of responsibilities': (role) => ({...role, responsibilities: 'whatever comes up'}),
  'a level that is not in the list': (role) => ({...role, levels: [levelOf('wizard', 1)]}),
  'years in words': (role) => ({...role, levels: [levelOf('mid', 'three')]}),
  'text for an answer': (role) => ({
    ...role,
    faqs: [{_key: 'q0', _type: 'faq', question: 'Is it so?', answer: 'Yes.', audience: 'page'}],
  }),
}

const slugOf = (role: StoredDocument): string => (role.slug as {current: string}).current

const levelOf = (level: string, minYears: unknown) => ({_key: 'l1', _type: 'level', level, minYears, focus: ['Learn.']})
