import type { ScanStrings } from './scan.zh.ts'

export const scanEn: ScanStrings = {
  open: 'Scan with the camera',
  stop: 'Switch the camera off',
  photo: 'Read from a photo',
  opening: 'Opening the camera…',
  hold: 'Hold the QR code into the picture; it is read by itself.',
  heldAlready: 'This one has been entered already; please hold up the next.',
  several:
    'There are several different codes in the picture. Come closer, so that only the one you want is in it.',
  reading: 'Reading the photo…',
  photoNone: 'No code found in the photo. Take it closer and straighter, or type the code.',
  photoSeveral:
    'There are several different codes in the photo. Please take one with only the code you want.',
  photoBroken: 'The browser cannot open this file as a photo; please choose another.',
  notSlip: 'There is a code, but not one of a receipt slip.',
  notEnrolment:
    'There is a code, but not one that enrols a device here. Point at the one on the liaison’s screen.',
  troubles: {
    refused:
      'The browser was not allowed to use the camera. You can allow it in the site settings beside the address and try again; photos and typing work all the same.',
    none: 'This device has no camera. Choose a photo, plug in a scanner, or type the code.',
    busy: 'The camera does not open; another program is probably using it. Close that and try again; photos and typing work all the same.',
    insecure:
      'This address is not a secure connection (https), so the browser gives no camera. Choose a photo or type the code.',
    failed: 'Scanning did not start; please try again. Photos and typing work all the same.',
  },
}
