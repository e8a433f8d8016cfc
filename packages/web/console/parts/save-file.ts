// Hands a file that the server answered with to the browser's downloads.

export const saveFile = ({ file, name }: { file: Blob; name: string }): void => {
  const address = URL.createObjectURL(file)
  const link = Object.assign(document.createElement('a'), { href: address, download: name })
  link.click()
  URL.revokeObjectURL(address)
}
