/** Where the bytes of files lie, by a key that says what is in them: what was put once is never changed. */
export interface Files {
  readonly put: (key: string, bytes: Uint8Array<ArrayBuffer>) => Promise<void>
  /** Null when nothing lies there. */
  readonly get: (key: string) => Promise<ReadableStream<Uint8Array> | null>
}
