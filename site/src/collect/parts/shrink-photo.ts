/** A sign-in sheet is readable at this; a camera's own file is ten times as large and carries the place it was taken at. */
const longestSide = 2000
const quality = 0.8

/** A photo at a size for slow networks, without the camera's notes (EXIF, place). What cannot be drawn goes as it is. */
export async function shrinkPhoto(file: Blob): Promise<Blob> {
  try {
    const picture = await createImageBitmap(file)
    const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(picture.width * scale)
    canvas.height = Math.round(picture.height * scale)
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
    picture.close()
    const drawn = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality))
    return drawn ?? file
  } catch {
    return file
  }
}
