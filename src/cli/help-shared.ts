/** What several commands say of their options. */

export const content = `Content (default: the lake in .roleprint where there is one, else the sample roles of the package):
  --content PATH      an NDJSON file, or a folder of them
  --data DIR          the embedded lake that keeps its data there
  --project ID        a Sanity project, with --dataset NAME
  --api-host URL      another API host than https://api.sanity.io
  --sample            the sample roles, though there is a lake
  The environment variable SANITY_API_READ_TOKEN holds the token, where one is needed.`

export const target = `Where (default: the embedded lake whose data is in .roleprint):
  --data DIR          another embedded lake, running or not
  --project ID        a Sanity project, with --dataset NAME
  --api-host URL      another API host than https://api.sanity.io`

export const versions = `  --from VERSION      published (default), drafts, or the id of a release
  --to VERSION        drafts (default), published, or the id of a release; several with commas
                      between are laid over each other, the first uppermost
  --against PATH      another export (a file, or a folder) to compare with that of --content;
                      both as published, where --from and --to do not say otherwise
  --language TAG      which role, where one slug is that of roles in several languages: de, en-GB`
