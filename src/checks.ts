export {type DatasetFindings, datasetFindings} from './checks/dataset-findings.ts'
export {documentFindings} from './checks/document-findings.ts'
export type {Finding, Severity, Spot, Step} from './checks/finding.ts'
export type {FindingsOptions} from './checks/role-findings.ts'
