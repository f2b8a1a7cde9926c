/** A modest likeness of GitHub's pages, light or dark as the reader's system is. */
export const style = `
:root{color-scheme:light dark;--ground:#fff;--soft:#f6f8fa;--line:#d1d9e0;--text:#1f2328;--faint:#59636e;--link:#0969da;
--open:#1a7f37;--merged:#8250df;--closed:#cf222e;--code:#818b981f}
@media(prefers-color-scheme:dark){:root{--ground:#0d1117;--soft:#151b23;--line:#3d444d;--text:#f0f6fc;--faint:#9198a1;
--link:#4493f8;--open:#238636;--merged:#8957e5;--closed:#da3633;--code:#656c7633}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--text);font:14px/1.5 -apple-system,BlinkMacSystemFont,"Segoe UI","Noto Sans",Helvetica,Arial,sans-serif}
a{color:var(--link);text-decoration:none}a:hover{text-decoration:underline}
header.top{background:var(--soft);border-bottom:1px solid var(--line);padding:12px 24px}
header.top a{color:var(--text);font-weight:600}
main{max-width:980px;margin:24px auto;padding:0 16px}
h1.title{font-size:26px;font-weight:400;margin:0 0 8px}h1.title span,.faint{color:var(--faint)}
h2.part{font-size:20px;margin:32px 0 8px;padding-bottom:6px;border-bottom:1px solid var(--line)}
.badge{display:inline-block;border-radius:2em;color:#fff;padding:4px 12px;font-weight:500;margin-right:8px}
.open{background:var(--open)}.merged{background:var(--merged)}.closed{background:var(--closed)}
.label{display:inline-block;border:1px solid var(--line);border-radius:2em;padding:0 8px;font-size:12px;margin-left:4px}
.rows{border:1px solid var(--line);border-radius:6px;list-style:none;margin:0;padding:0}
.rows li{padding:8px 16px;border-top:1px solid var(--line)}.rows li:first-child{border-top:0}
table.plain{border-collapse:collapse;width:100%}table.plain td,table.plain th{text-align:left;padding:8px 12px;border-bottom:1px solid var(--line)}
.said{display:flex;gap:16px;margin:16px 0}
.face{flex:none;width:40px;height:40px;border-radius:50%;background:var(--soft);border:1px solid var(--line);text-align:center;line-height:38px;font-weight:600;color:var(--faint)}
.face.bot{border-radius:6px}
.box{flex:1;min-width:0;border:1px solid var(--line);border-radius:6px}
.box.ours{border-color:var(--merged)}
.box>.who{background:var(--soft);border-bottom:1px solid var(--line);border-radius:6px 6px 0 0;padding:8px 16px;color:var(--faint)}
.box>.who b{color:var(--text)}
.event{margin:8px 0 8px 56px;color:var(--faint)}
.thread{margin:8px 0 16px 56px;border:1px solid var(--line);border-radius:6px}
.thread>.where{background:var(--soft);padding:6px 16px;border-bottom:1px solid var(--line);font-size:12px}
.thread>.reply{padding:8px 16px;border-top:1px solid var(--line)}.thread>.where+.reply{border-top:0}
.text{padding:16px;overflow-wrap:break-word}.reply .text{padding:4px 0}
.text>:first-child{margin-top:0}.text>:last-child{margin-bottom:0}
.text h1{font-size:2em;border-bottom:1px solid var(--line);padding-bottom:.3em}.text h2{font-size:1.5em;border-bottom:1px solid var(--line);padding-bottom:.3em}
.text pre{background:var(--soft);padding:16px;border-radius:6px;overflow:auto}
.text code{background:var(--code);padding:.2em .4em;border-radius:6px;font:85% ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
.text pre code{background:none;padding:0}
.text blockquote{margin:0 0 16px;padding:0 1em;color:var(--faint);border-left:.25em solid var(--line)}
.text table{border-collapse:collapse;display:block;overflow:auto;margin:0 0 16px}.text td,.text th{border:1px solid var(--line);padding:6px 13px}
.text li:has(>input[type=checkbox]){list-style:none}.text li>input[type=checkbox]{margin:0 .4em 0 -1.4em}
.text img{max-width:100%}.text hr{border:0;border-top:4px solid var(--line)}
.empty{color:var(--faint);font-style:italic}
`;
