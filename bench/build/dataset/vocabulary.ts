// What the generated roles are put together from. Each list stands for one place of a sentence.

export const fields = [
  ...['Regional', 'Clinical', 'Industrial', 'Municipal', 'Digital', 'Corporate', 'Retail', 'Maritime', 'Agricultural'],
  ...['Pharmaceutical', 'Academic', 'Public Sector', 'Hospitality', 'Aviation', 'Automotive', 'Insurance', 'Banking'],
  ...['Energy', 'Telecom', 'Museum', 'Nonprofit', 'Veterinary', 'Railway', 'Forestry', 'Textile', 'Publishing'],
  ...['Broadcast', 'Chemical', 'Household', 'Outdoor'],
]

export const subjects = [
  ...['Payments', 'Inventory', 'Compliance', 'Data', 'Safety', 'Quality', 'Network', 'Procurement', 'Training'],
  ...['Operations', 'Research', 'Catalogue', 'Warehouse', 'Billing', 'Claims', 'Content', 'Translation', 'Archive'],
  ...['Machine Learning', 'Accessibility', 'Reporting', 'Forecasting', 'Pricing', 'Loyalty', 'Returns', 'Events'],
  ...['Facilities', 'Fleet', 'Grants', 'Licensing', 'Privacy', 'Security', 'Identity', 'Search', 'Mobile', 'Cloud'],
  ...['Firmware', 'Packaging', 'Sourcing', 'Customs', 'Laboratory', 'Records', 'Scheduling', 'Enrolment', 'Volunteer'],
  ...['Membership', 'Subscription', 'Sustainability', 'Water', 'Heating', 'Signal', 'Imaging', 'Sensor', 'Robotics'],
  ...['Onboarding', 'Payroll', 'Benefits', 'Partner', 'Community', 'Curriculum', 'Assessment', 'Audit', 'Risk', 'Tax'],
]

export const crafts = [
  ...['Analyst', 'Engineer', 'Coordinator', 'Planner', 'Architect', 'Specialist', 'Developer', 'Manager', 'Designer'],
  ...['Editor', 'Researcher', 'Scientist', 'Technician', 'Administrator', 'Consultant', 'Advisor', 'Auditor', 'Buyer'],
  ...['Trainer', 'Writer', 'Producer', 'Inspector', 'Controller', 'Strategist', 'Modeller', 'Tester', 'Officer'],
  ...['Librarian', 'Translator', 'Dispatcher', 'Estimator', 'Examiner', 'Investigator', 'Mediator', 'Moderator'],
  ...['Negotiator', 'Organizer', 'Operator', 'Recruiter', 'Registrar', 'Reviewer', 'Scheduler', 'Surveyor', 'Curator'],
  ...['Evaluator', 'Facilitator', 'Forecaster', 'Illustrator', 'Interpreter', 'Assistant', 'Director', 'Partner'],
  ...['Representative', 'Supervisor', 'Associate', 'Integrator'],
]

export const verbs = [
  ...['Plan', 'Draft', 'Review', 'Measure', 'Document', 'Estimate', 'Compare', 'Schedule', 'Prepare', 'Test', 'Sort'],
  ...['Map', 'Simplify', 'Maintain', 'Publish', 'Count', 'Explain', 'Repair', 'Combine', 'Retire', 'Archive'],
]

export const objects = [
  ...['the weekly forecast', 'supplier contracts', 'incident reports', 'the customs paperwork', 'shift rosters'],
  ...['the product catalogue', 'intake forms', 'reference samples', 'the release calendar', 'handover notes'],
  ...['maintenance windows', 'the risk register', 'price lists', 'the training library', 'access requests'],
  ...['delivery routes', 'the R&D backlog', 'visitor statistics', 'renewal letters', 'the spare-parts list'],
  ...['the public dashboard', 'calibration records', 'survey answers', 'the month-end figures', 'translation requests'],
]

export const companions = [
  ...[
    'with the people who use them',
    'together with finance',
    'before each busy season',
    "in the customer's own words",
  ],
  ...[
    'for every site in the area',
    'with one colleague from the field',
    'against what was agreed',
    'in a shared folder',
  ],
  ...['with a clear owner for each step', 'from the first request to the last invoice', 'for two teams at a time'],
  ...['under the rules of the trade', 'in small batches', 'at the start of each quarter', 'with real examples'],
]

export const endings = [
  ...['and say what changed since the last time', 'and note what is still open', 'and keep the history readable'],
  ...['so that nobody has to ask twice', 'and hand over what others need', 'and raise doubts early'],
  ...[
    'so that the next person can follow it',
    'and agree on a date for the next look',
    'and drop what no longer helps',
  ],
  ...['so that mistakes are found before customers find them', 'and share the result on one page'],
  ...['and tell the team what it costs', 'so that a newcomer can repeat it', 'and check the numbers by hand once'],
]

export const abilities = [
  ...['Spreadsheet modelling', 'Contract reading', 'Root cause analysis', 'Route planning', 'Interviewing', 'SQL'],
  ...[
    'Cost estimation',
    'Test design',
    'Data cleaning',
    'Negotiation',
    'Plain writing',
    'Process mapping',
    'API design',
  ],
  ...[
    'Statistics',
    'Facilitation',
    'Photo documentation',
    'Stock counting',
    'Version control',
    'Budgeting',
    'Mentoring',
  ],
  ...['Risk assessment', 'Survey design', 'Technical drawing', 'Capacity planning', 'Conflict resolution', 'CAD'],
  ...['Form design', 'Monitoring', 'Record keeping', 'Public speaking', 'Bookkeeping', 'Sampling'],
]

export const settings = [
  ...['for small teams', 'in regulated trades', 'across several sites', 'under time pressure', 'for public bodies'],
  ...['with incomplete records', 'for seasonal work', 'in two languages', 'with outside suppliers', 'at large scale'],
  ...['for field crews', 'in shared systems', 'with sensitive data', 'for new products', 'during a move'],
  ...['with volunteers', 'for print and screen', 'on a fixed budget', 'in night shifts', 'with paper forms'],
  ...['for first-time users', 'between departments', 'in mixed fleets', 'after an incident', 'with live traffic'],
]

export const proofs = [
  ...[
    'shown in work that others have taken over',
    'with two or three examples to talk about',
    'kept up without reminders',
  ],
  ...['good enough to teach it to a newcomer', 'practised with *real* deadlines', 'including the parts that are dull'],
  ...[
    'from first sketch to daily use',
    'with results that were checked by someone else',
    'learned on the job or elsewhere',
  ],
  ...['and the patience to write it down', 'and a sense of when to stop', 'tested on cases that went wrong'],
]

export const toolMakers = [
  ...['Alder', 'Birchwork', 'Cobalt', 'Dunlin', 'Ember', 'Fjordline', 'Granite', 'Harbor', 'Isobar', 'Juniper Desk'],
  ...['Kestrel', 'Lantern', 'Meridian', 'Northgate', 'Osprey', 'Pebble', 'Quarry', 'Rivet', 'Saltmarsh', 'Tamarack'],
]

export const toolKinds = [
  ...['Sheets', 'Planner', 'Ledger', 'Board', 'Forms', 'Vault', 'Maps', 'Signals', 'Notebook', 'Studio', 'Inbox'],
  ...['Tracker', 'Query', 'Canvas', 'Registry', 'Reports', 'Scanner', 'Queue', 'Atlas', 'Checklist'],
]

export const measures = [
  ...[
    'Turnaround',
    'First-time fix',
    'Forecast error',
    'Open items',
    'Answer time',
    'Rework',
    'Coverage',
    'Cost per case',
  ],
  ...['Attendance', 'Stock accuracy', 'Renewals', 'Complaints', 'Handover quality', 'Audit findings', 'Uptime'],
  ...['Reader rating', 'Fill rate', 'Waiting time', 'Energy use', 'Training hours'],
]

export const measured = [
  ...[
    'requests closed within the agreed time',
    'records that pass the second check',
    'deliveries without a correction',
  ],
  ...['answers rated helpful by the person who asked', 'open points older than a month', 'hours lost to repeated work'],
  ...['contracts renewed before they lapse', 'cases that need a second visit', 'forms filled in without a question'],
  ...['invoices that match the order', 'changes released without a rollback', 'suggestions tried out'],
]

export const givenNames = [
  ...[
    'Amara',
    'Bram',
    'Chiara',
    'Dov',
    'Elif',
    'Farid',
    'Greta',
    'Hana',
    'Imani',
    'Jonas',
    'Kaja',
    'Leandro',
    'Mirela',
  ],
  ...['Nadia', 'Oskar', 'Priya'],
]

export const familyNames = [
  ...['Achterberg', 'Bellandi', 'Castellanos', 'Drummond', 'Eskildsen', 'Farouk', 'Granqvist', 'Holloway', 'Iversen'],
  ...['Jankowski', 'Kimathi', 'Lindqvist', "O'Hare"],
]

export const managers = [
  ...[
    'Head of Operations',
    'Director of Planning',
    'VP of Services',
    'Team Lead',
    'Managing Director',
    'Head of Quality',
  ],
  ...['Site Manager', 'Chief of Staff', 'Head of Data', 'Program Director', 'Department Head', 'Office of the CFO'],
]

export const openings = [
  ...['keeps daily work moving where several teams meet', 'turns loose requests into work that can be finished'],
  ...['makes sure that what was promised is what arrives', 'looks after the numbers that others decide by'],
  ...[
    'brings order to a field where every case is a little different',
    'stands between a good idea and a working routine',
  ],
  ...['knows how things are done today and why', 'takes over when a process has outgrown a spreadsheet'],
  ...['finds the small faults that cost the most', 'helps others do careful work at a sensible pace'],
]

export const weeks = [
  ...[
    'Most weeks hold two or three long tasks and many short questions.',
    'Half of the time goes into talking to people.',
  ],
  ...['Mornings are for cases, afternoons for what makes the next case easier.', 'Quiet days are used for upkeep.'],
  ...['Some days are spent on site, the rest at a desk.', 'The work follows the season, with two busy months a year.'],
  ...['Deadlines are known well ahead; surprises come by phone.', 'Much of the job is deciding what can wait.'],
]

export const lessons = [
  ...[
    'a finding is worth more than a guess',
    'unclear orders come back',
    'every list needs an owner',
    'habits outlast plans',
  ],
  ...[
    'short notes are read',
    'a late warning is still a warning',
    'the second check pays for itself',
    'silence is no consent',
  ],
]

export const growth = [
  ...['Take over one area', 'Run a small project', 'Answer for the figures', 'Guide two colleagues', 'Set the rules'],
  ...[
    'Own an API and its users',
    'Settle disputes',
    'Learn the common cases',
    'Keep the routine going',
    'Choose what to stop',
  ],
  ...[
    'Work from a checklist',
    'Write the checklist',
    'Speak for the team',
    'Negotiate with suppliers',
    'Plan a year ahead',
  ],
]

export const growthWays = [
  ...[
    'with help close by',
    'without being asked',
    'for more than one site',
    'and explain it to others',
    'under a fixed budget',
  ],
  ...[
    'and answer for the outcome',
    'from start to finish',
    'with a mentor beside',
    'and improve it as you go',
    'in calm and in crisis',
  ],
]

export const questions = [
  ...['Can this role be done from home?', 'What should a first month look like?', 'Which mistake is made most often?'],
  ...['How large is the team around it?', 'What does the interview look like?', 'Is travel part of the job?'],
  ...[
    'Which certificate is worth having?',
    'When is it too early to hire one?',
    'How is this different from a generalist?',
  ],
  ...['Who covers during holidays?', 'What should the trial task be?', 'How much of the work can be planned?'],
]

export const answers = [
  ...['That depends on the size of the site, and it is fair to say so in the advert.', 'In most places, yes.'],
  ...['Ask for one finished piece of work and talk about how it came to be.', 'Two days a week is a common answer.'],
  ...['A good sign is that the same question comes up three times in a month.', 'Plan for a slow start.'],
  ...['Write down what must not go wrong, and begin there.', 'It rarely needs more than a short training.'],
  ...['Let the person shadow two colleagues before taking cases.', 'Agree on it before the contract is signed.'],
]

export const labels = ['offshore', 'remote', 'freelance', 'on site', 'part time']
export const currencies = ['USD', 'EUR', 'GBP', 'CHF', 'JPY']
