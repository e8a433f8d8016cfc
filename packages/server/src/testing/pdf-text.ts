// What a reader can select and copy out of a PDF, read by another program than the one that made it.
import { extractText, getDocumentProxy } from 'unpdf'

/** Without any white space: where lines break is no matter of the text. */
export const pdfText = async (pdf: Uint8Array): Promise<string> => {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true })
  return text.normalize('NFKC').replaceAll(/\s/gu, '')
}
