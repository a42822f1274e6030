/** A document as it is stored: JSON, with an id and a type. Drafts are `drafts.<id>`, versions `versions.<release>.<id>`. */
export interface StoredDocument {
  _id: string
  _type: string
  [field: string]: unknown
}
