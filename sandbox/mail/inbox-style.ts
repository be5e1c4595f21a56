/** One small sheet, light and dark by the reader's own setting. */
export const INBOX_STYLE = `
:root{color-scheme:light dark;--paper:light-dark(#faf7f1,#1a1613);--card:light-dark(#fff,#241f1b);--ink:light-dark(#1d1712,#f3efe8);--ink-2:light-dark(#5c534b,#b9b0a6);--line:light-dark(#d9d2c6,#3d3630);--accent:light-dark(#1f3fd0,#a9c1ff)}
*{box-sizing:border-box}
body{margin:0 auto;max-width:960px;padding:24px 20px 64px;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,sans-serif}
a{color:var(--accent)}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
h1{font-size:clamp(26px,5vw,38px);line-height:1.1;letter-spacing:-.02em;margin:0 0 8px;text-wrap:balance;overflow-wrap:anywhere}
h1 a{color:inherit;text-decoration:none}
h2{font-size:20px;margin:0 0 8px}
header p{margin:0 0 12px;color:var(--ink-2)}
ol .meta{text-align:end}
.meta,.count{color:var(--ink-2);font-size:14px;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
form label{display:block;font-size:14px;color:var(--ink-2)}
form div{display:flex;gap:8px;max-width:520px}
input,button{font:inherit;min-height:44px;padding:0 12px;border:1px solid var(--ink-2);border-radius:3px;background:var(--card);color:var(--ink)}
input{flex:1;min-width:0}
button{cursor:pointer;background:var(--ink);color:var(--paper);border-color:var(--ink);font-weight:600}
ol,ul{list-style:none;margin:0;padding:0}
ol{border-top:2px solid var(--ink)}
ol li{border-bottom:1px solid var(--line)}
ol a{display:grid;grid-template-columns:minmax(0,14rem) minmax(0,1fr) 16rem;gap:4px 20px;padding:14px 0;color:inherit;text-decoration:none;align-items:baseline}
ol a:hover .subject{text-decoration:underline}
.subject{font-weight:600;overflow-wrap:anywhere}
.to{overflow-wrap:anywhere}
.empty{padding:64px 0;border-top:2px solid var(--ink)}
nav{display:flex;flex-wrap:wrap;gap:4px 20px;border-bottom:1px solid var(--line);margin:16px 0}
nav a{display:inline-flex;align-items:center;min-height:44px;color:var(--ink);text-decoration:none;border-bottom:3px solid transparent}
nav a[aria-current]{border-color:var(--accent);font-weight:600}
iframe{display:block;width:100%;height:max(70vh,640px);border:1px solid var(--line);background:var(--card);resize:vertical}
iframe.phone{width:390px;max-width:100%;margin:0 auto}
pre{margin:0;padding:20px;background:var(--card);border:1px solid var(--line);white-space:pre-wrap;overflow-wrap:anywhere;font:15px/1.6 ui-monospace,monospace}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%}
th,td{text-align:start;vertical-align:top;padding:8px 16px 8px 0;border-bottom:1px solid var(--line);overflow-wrap:anywhere}
th{white-space:nowrap;font-weight:600}
.files{margin:0 0 20px}
.files a{display:inline-block;padding:10px 0}
@media (max-width:640px){ol a{grid-template-columns:1fr}ol .meta{text-align:start}nav .wide{display:none}}
@media (prefers-reduced-motion:no-preference){@starting-style{ol li{opacity:0}}}
`;
