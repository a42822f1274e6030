import type {CommandName} from './command-type.ts'
import {content, target, versions} from './help-shared.ts'

const program = `roleprint prints roles: as a page, and as a job description to copy.

Usage: roleprint <command> [options]

Commands:
  list                the roles there are
  render SLUG         one role, in the format you choose
  check [SLUG]        what is wrong with the content, before it is published
  diff SLUG           what changes in print from one version of a role to another
  share SLUG          one HTML file for a reviewer: what changes, and both versions side by side
  build               all published roles as a static site, to be put on any host
  serve               all roles as a site on this computer
  preview             the same, following what is being written, with both versions side by side
  start               lake, site and Studio together, on this computer
  lake                an embedded Content Lake on this computer, for Studio and clients
  load FILE...        documents into a lake or a Sanity project
  export              all documents out of one

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
  --language TAG      which role, where one slug is that of roles in several languages: de, en-GB
  --perspective NAME  published (default) or drafts
  --out FILE          write a file instead of printing; the page's styles are put beside it

${content}

Examples:
  roleprint render machine-learning-engineer
  roleprint render machine-learning-engineer --level senior --format text
  roleprint render machine-learning-engineer --format page --out role.html
`,
  check: `Checks the content as a Studio does, and reads what the roles say: years that contradict each other,
doubled bullets, tools that are not listed, words that turn people away. Errors stand in the way of
publishing; warnings do not.

Usage: roleprint check [SLUG] [options]

  SLUG                one role and the shared documents it is made of; otherwise everything
  --perspective NAME  drafts (default: what would be published) or published
  --json              as JSON

${content}

The exit code is 1 when there is an error.

Examples:
  roleprint check
  roleprint check machine-learning-engineer --perspective published
  roleprint check --content ./content --json
`,
  diff: `Prints what a reader will see change from one version of a role to another, line by line, and whose
edit it is.

Usage: roleprint diff SLUG [options]

${versions}
  --format NAME       text (default), markdown or html
  --out FILE          write a file instead of printing

${content}

The role is found by its slug in either version. The exit code is 0 where there are changes, too.

Examples:
  roleprint diff seo-specialist
  roleprint diff seo-specialist --from published --to rSummer --format markdown
  roleprint diff seo-specialist --content old.ndjson --against new.ndjson
`,
  share: `Writes one HTML file for a reviewer who has no login: what changes and whose edit it is, what the
checks have found, both versions side by side, and the job description as it will be. It opens from
disk, loads nothing, and prints.

Usage: roleprint share SLUG [options]

${versions}
  --out FILE          the file to write (default SLUG-review.html, in the current folder)

${content}

Examples:
  roleprint share seo-specialist
  roleprint share seo-specialist --to rSummer --out review.html
  roleprint share seo-specialist --content old.ndjson --against new.ndjson
`,
  build: `Builds a static site of all published roles: a list to search in, and for each role its page, jd.md and jd.txt.

Usage: roleprint build --out DIR [options]

  --out DIR           the folder of the site; it must be new, empty or from an earlier build
  --strict            writes nothing where a role cannot be built
  --stale keep|drop   what becomes of the earlier page of a role that cannot be built now (default: keep)
  --require-min N     writes nothing where fewer roles than this can be built
  --force             takes a folder with other files in it, and writes over those in the way
  --json              the report as JSON

Only what has changed is printed anew. Roles that cannot be built are named at the end, with what to mend; the others
are built all the same, and the exit code is 1. What fails on the way leaves the site as it was.

${content}
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
  preview: `Shows roles while they are written, on this computer: each as it is published, as its draft, and both side by
side with the changes marked. An open page follows every edit by itself. Stop it with Ctrl+C.

Usage: roleprint preview [options]

  --port N            the port to use (default 4321, or the next free one; 0 for any)
  --studio URL        the Studio that may show pages in its Presentation tool; known for a lake on this computer
  --data DIR          the embedded lake that keeps its data there (default .roleprint)
  --project ID        a Sanity project, with --dataset NAME; drafts need a token in SANITY_API_READ_TOKEN
  --api-host URL      another API host than https://api.sanity.io
  --content PATH      an NDJSON file, or a folder of them; read once

Examples:
  roleprint preview
  roleprint preview --project abc123 --dataset production --studio https://hr.sanity.studio
`,
  start: `Starts an embedded lake, a preview of its roles that follows every edit, and a Studio to edit them.

Usage: roleprint start [options]

  --data DIR          where the lake keeps its data (default .roleprint); begins with the sample roles
  --port N            of the lake and the Studio (default 3333, else the next free one; 0 for any)
  --site-port N       of the site (default 4321, else the next free one; 0 for any)
  --no-studio         without the Studio

The Studio comes with the repository, not with the package: there, give the plugin of roleprint/studio to your own.

Examples:
  roleprint start
  roleprint start --no-studio --data content-of-mine
`,
  lake: `Runs an embedded Content Lake on this computer: @sanity/client and the Studio work with it as with
the hosted one, with no account and no network. A new one begins with the sample roles.

Usage: roleprint lake [options]
       roleprint lake compact [--data DIR]

  compact             make its file smaller: old versions go, of drafts after 30 days, of what was
                      published after a year; no lake may run on it

  --data DIR          the folder that keeps everything (default .roleprint)
  --port N            the port to use (default 3333, or the next free one; 0 for any)
  --seed PATH         begin with other documents: an NDJSON file, or a folder of them, pictures too
  --reset             begin anew; the former data is kept beside the new
  --origin URL        let the pages of a site ask too, as http://localhost:3000; may be repeated
  --project ID        the project's id (default local)
  --dataset NAME      the dataset's name (default production)

Examples:
  roleprint lake
  roleprint lake --data ./content-lake --port 4000
  roleprint lake --seed ./dataset.ndjson --data ./trial
`,
  load: `Loads documents, one a line, as "sanity dataset export" writes them, and the pictures and files that
are beside them. All are checked first. Where there is no lake yet, one is made of them.

Usage: roleprint load PATH... [options]

  --replace           write over documents that are there already; others there stay
  --missing           leave documents that are there already as they are
  --allow-failing     leave out what cannot be loaded, instead of loading nothing

${target}
  A Sanity project needs a token that may write, in SANITY_API_WRITE_TOKEN.

Examples:
  roleprint load dataset.ndjson
  roleprint load backup/ --data ./another-lake
  roleprint load ./backup --project abc123 --dataset production
`,
  export: `Writes all documents, drafts included, one a line, as "sanity dataset import" reads them.

Usage: roleprint export [options]

  --out PATH          a file; or a folder, with a / at its end, which takes pictures and files too

${target}
  A Sanity project needs a token, in SANITY_API_READ_TOKEN.

Examples:
  roleprint export > dataset.ndjson
  roleprint export --out backup/ --data ./content-lake
  roleprint export --project abc123 --dataset production --out dataset.ndjson
`,
}

export const helpText = (about: CommandName | null): string => (about ? commands[about] : program)
