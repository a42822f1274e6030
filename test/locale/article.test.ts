import {describe, expect, it} from 'vitest'
import {article} from '../../src/locale/article.ts'

const titles: Record<'a' | 'an', string[]> = {
  an: [
    'AI Engineer',
    'SEO Specialist',
    'HR Manager',
    'Executive Assistant',
    'iOS Developer',
    'SQL Developer',
    'ML Engineer',
    'FP&A Analyst',
    'MRI Technician',
    'Hourly Worker',
    'SRE',
    'NLP Engineer',
    'RPA Developer',
    'Underwriter',
    'X-Ray Technician',
    '8-bit Artist',
    '11th Grade Teacher',
    'SAP Consultant',
    'FAQ Writer',
    'M&A Analyst',
    'ETL Developer',
    'AWS Engineer',
    'Heir',
    'R Developer',
    'MLOps Engineer',
    'SDR',
    'EU Lawyer',
    'HVAC Technician',
    'Accountant',
    '“AI” Engineer',
    'LMS Admin',
    'Honorary Consul',
    'MBA Recruiter',
  ],
  a: [
    'Machine Learning Engineer',
    'UX Designer',
    'UI Developer',
    'User Researcher',
    'University Recruiter',
    'Unix Administrator',
    'One-to-One Tutor',
    'European Sales Lead',
    'Utility Manager',
    'SaaS Account Executive',
    'LAN Administrator',
    'NASA Engineer',
    'URL Builder',
    'CEO',
    'VP of Sales',
    'Hotel Manager',
    'Unity Developer',
    'C++ Developer',
    '.NET Developer',
    'UK Sales Lead',
    'SCADA Engineer',
    'QA Engineer',
    'Data Engineer',
    'NATO Officer',
    '',
    '…',
  ],
}

describe('the article follows the sound', () => {
  it.each(titles.an)('an %s', (title) => {
    expect(article(title)).toBe('an')
  })

  it.each(titles.a)('a %s', (title) => {
    expect(article(title)).toBe('a')
  })
})
