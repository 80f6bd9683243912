import { stylesheetPath } from '#contract/page-paths.ts'

/** A page that only the local portal has, in the site's clothes; `style` and `content` are ours and go out as they are. */
export function localPage(page: { title: string; name: string; style: string; content: string }): string {
  const { title, name, style, content } = page
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} - 开门</title>
<link rel="stylesheet" href="${stylesheetPath}">
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<style>
${style}
</style>
</head>
<body>
<main class="${name}">
<h1>${title}</h1>
${content}
<p><a href="/">返回首页</a></p>
</main>
</body>
</html>
`
}
