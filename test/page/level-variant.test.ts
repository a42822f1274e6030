import {describe, expect, it} from 'vitest'
import {jobDescription, LevelNotFoundError, type Role, rolePage, toMarkdown, toPlainText} from '../../src/index.ts'
import {fullRole} from '../arbitrary/full-role.ts'

const role: Role = {
  ...fullRole((plain) => plain),
  levels: [
    {_key: 'a', level: 'mid', minYears: 3, maxYears: 6, focus: ['Owns a pipeline.', 'Reviews changes.']},
    {_key: 'b', level: 'senior', minYears: 6, maxYears: null, focus: ['Plans the platform.']},
  ],
}

describe('the job description for one level', () => {
  it('has the level in its title, its points and its years first', () => {
    const markdown = toMarkdown(jobDescription(role, {level: 'senior'}))
    expect(markdown).toContain('# Senior Data Engineer — Job Description')
    expect(markdown).toContain('## Responsibilities\n\n- Plans the platform.\n- Builds pipelines.')
    expect(markdown).toContain('## Must-have skills\n\n- 6+ years of experience.\n- Reads SQL.')
  })

  it('calls the middle level mid-level', () => {
    expect(jobDescription(role, {level: 'mid'}).title).toBe('Mid-level Data Engineer — Job Description')
  })

  it.each([
    ['Senior Data Engineer', 'senior', 'Senior Data Engineer'],
    ['Sr. Data Engineer', 'senior', 'Sr. Data Engineer'],
    ['data engineer (SENIOR)', 'senior', 'data engineer (SENIOR)'],
    ['Mid-Level Data Engineer', 'mid', 'Mid-Level Data Engineer'],
    ['Seniority Researcher', 'senior', 'Senior Seniority Researcher'],
    ['Midwife', 'mid', 'Mid-level Midwife'],
    ['Senior Nurse', 'mid', 'Mid-level Senior Nurse'],
  ] as const)('has the level once: %s at %s', (title, level, expected) => {
    expect(jobDescription({...role, title}, {level}).title).toBe(`${expected} — Job Description`)
  })

  it('asks the question about the middle level once, too', () => {
    const questions = toPlainText(rolePage({...role, title: 'Mid-level Analyst'}))
    expect(questions).toContain('should a Mid-level Analyst have?')
    expect(questions).toContain('of experience in a Mid-level Analyst.')
  })

  it('differs from the shared one in those lines only', () => {
    const lines = (text: string): string[] => text.split('\n')
    const shared = lines(toMarkdown(jobDescription(role)))
    const added = lines(toMarkdown(jobDescription(role, {level: 'senior'}))).filter((line) => !shared.includes(line))
    expect(added).toEqual([
      '# Senior Data Engineer — Job Description',
      '- Plans the platform.',
      '- 6+ years of experience.',
    ])
  })

  it('is refused for a level the role does not describe, naming those it has', () => {
    expect(() => jobDescription(role, {level: 'lead'})).toThrow(LevelNotFoundError)
    expect(() => jobDescription(role, {level: 'lead'})).toThrow(
      'does not describe the level "lead". It has: mid, senior.',
    )
    expect(() => jobDescription({...role, levels: null}, {level: 'lead'})).toThrow('It has no levels.')
  })
})
