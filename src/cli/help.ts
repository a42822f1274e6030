import type {CommandName} from './options.ts'

const content = `Content (default: the sample roles that come with the package):
  --content PATH      an NDJSON file, or a folder of them
  --project ID        a Sanity project, with --dataset NAME
  --api-host URL      another API host than https://api.sanity.io
  The environment variable SANITY_API_READ_TOKEN holds the token, where one is needed.`

const program = `roleprint prints roles: as a page, and as a job description to copy.

Usage: roleprint <command> [options]

Commands:
  list                the roles there are
  render SLUG         one role, in the format you choose
  serve               all roles as a site on this computer

${content}

  -h, --help          this text; "roleprint render --help" for one command
  --version           the version

Exit codes: 0 done · 1 something about the content · 2 Sanity cannot be reached or refuses
            3 a local file · 64 a wrong call

Examples:
  roleprint serve
  roleprint render machine-learning-engineer > job.md
  roleprint list --project abc123 --dataset production
`

const commands: Record<CommandName, string> = {
  list: `Lists the roles: slug, title and language, and with drafts which of the two is shown.

Usage: roleprint list [options]

  --perspective NAME  published (default) or drafts
  --json              as JSON

${content}

Examples:
  roleprint list
  roleprint list --perspective drafts --json
`,
  render: `Prints one role.

Usage: roleprint render SLUG [options]

  --format NAME       markdown (default), text or html: the job description
                      page: the whole page with its styles, as HTML
                      json: the page's sections; jsonld: its structured data
  --level NAME        the job description for junior, mid, senior, lead or principal
  --perspective NAME  published (default) or drafts
  --out FILE          write a file instead of printing; the page's styles are put beside it

${content}

Examples:
  roleprint render machine-learning-engineer
  roleprint render machine-learning-engineer --level senior --format text
  roleprint render machine-learning-engineer --format page --out role.html
`,
  serve: `Serves all roles as a site on this computer, published or as drafts. Stop it with Ctrl+C.
Files are read once, at the start; a Sanity project is asked for each page.

Usage: roleprint serve [options]

  --port N            the port to use (default 4321, or the next free one; 0 for any)

${content}

Examples:
  roleprint serve
  roleprint serve --content ./content --port 8080
`,
}

export const helpText = (about: CommandName | null): string => (about ? commands[about] : program)
