/** Told how far a long command has come: in words, and as a share from 0 to 1 where that is known. */
export type Progress = (text: string, share?: number) => void
