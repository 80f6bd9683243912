import { mkdtemp, rm, unlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { openBrowser } from './browser.ts'

const picture = { width: 640, height: 480 }

/** A browser with a camera, and what is held before it. */
export interface FakeCamera {
  browser: Browser
  /** From the next opening of the camera on it sees this PNG, a little askew, as a hand holds paper. */
  holdUp(png: Buffer): Promise<void>
  /** From now on there is no camera. */
  unplug(): Promise<void>
  close(): Promise<void>
}

/** Chromium whose camera is a file in raw YUV; permission is the context's to give, as a person's is. */
export async function openFakeCamera(): Promise<FakeCamera> {
  const folder = await mkdtemp(path.join(tmpdir(), 'kaimen-camera-'))
  const film = path.join(folder, 'camera.y4m')
  const browser = await openBrowser([
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-video-capture=${film}`,
  ])
  return {
    browser,
    holdUp: async (png) => writeFile(film, filmOf(await lightOf(browser, png))),
    unplug: () => unlink(film),
    close: async () => {
      await browser.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** YUV4MPEG2, the one raw format Chromium's camera takes: every frame its brightness, then two planes of no colour. */
function filmOf(light: Buffer): Buffer {
  const colour = Buffer.alloc((picture.width / 2) * (picture.height / 2) * 2, 128)
  const frame = [Buffer.from('FRAME\n'), light, colour]
  const head = `YUV4MPEG2 W${picture.width} H${picture.height} F10:1 Ip A1:1 C420\n`
  return Buffer.concat([Buffer.from(head), ...frame, ...frame])
}

/** How bright each point of the camera's picture is when the PNG fills most of it. */
async function lightOf(browser: Browser, png: Buffer): Promise<Buffer> {
  const page = await browser.newPage()
  const base64 = await page.evaluate(
    async ({ src, width, height }) => {
      const image = new Image()
      image.src = src
      await image.decode()
      const pen = new OffscreenCanvas(width, height).getContext('2d')
      if (!pen) throw new Error('no canvas')
      pen.fillStyle = '#b9b2a4'
      pen.fillRect(0, 0, width, height)
      pen.translate(width / 2, height / 2)
      pen.rotate(0.06)
      const scale = Math.min((width * 0.85) / image.width, (height * 0.85) / image.height)
      pen.scale(scale, scale)
      pen.drawImage(image, -image.width / 2, -image.height / 2)
      const { data } = pen.getImageData(0, 0, width, height)
      let light = ''
      for (let at = 0; at < data.length; at += 4) light += String.fromCharCode(data[at + 1] ?? 0)
      return btoa(light)
    },
    { src: `data:image/png;base64,${png.toString('base64')}`, ...picture },
  )
  await page.close()
  return Buffer.from(base64, 'base64')
}
