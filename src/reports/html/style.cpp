#include "reports/html/style.hpp"

namespace cadre::html {

std::string_view style() {
    return R"css(
:root {
  --page: #ffffff; --text: #1b1f24; --quiet: #4b5563; --line: #c5cbd3; --raised: #f3f5f8; --link: #0b4fa8;
  --met: #0a5c32; --met-back: #e2f4e9; --not-met: #931a1a; --not-met-back: #fdeaea;
  --undetermined: #6d4200; --undetermined-back: #fff2d4; --hatch: #8b95a3;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --page: #14171b; --text: #e8eaed; --quiet: #b3bac4; --line: #454c56; --raised: #1f242a; --link: #8ab8ff;
    --met: #86dfad; --met-back: #12321f; --not-met: #ffb0aa; --not-met-back: #461a1a;
    --undetermined: #ffd27d; --undetermined-back: #3c2c08; --hatch: #7c8795;
  }
}
* { box-sizing: border-box; }
html { color-scheme: light dark; }
body {
  margin: 0 auto; padding: 1rem 1.25rem 3rem; max-width: 70rem; background: var(--page); color: var(--text);
  font: 1rem/1.5 system-ui, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", Arial, sans-serif;
  overflow-wrap: break-word;
}
h1 { font-size: 1.75rem; line-height: 1.25; margin: 0 0 .5rem; }
h2 { font-size: 1.375rem; line-height: 1.3; margin: 2.5rem 0 .75rem; padding-bottom: .25rem; border-bottom: 2px solid var(--line); }
h3 { font-size: 1.0625rem; line-height: 1.35; margin: 1.25rem 0 .5rem; }
p { margin: .375rem 0; }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -100rem; }
.skip:focus { position: static; }
.kind { color: var(--quiet); font-weight: 600; margin: 0; }
.note, figcaption, small, header p { color: var(--quiet); }
small { display: block; font-size: .9em; }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; list-style: none; margin: 1rem 0 0; padding: 0; }
nav a { display: inline-block; padding: .25rem 0; }
.tally { display: flex; flex-wrap: wrap; gap: .75rem; list-style: none; margin: 1rem 0; padding: 0; }
.tally li { flex: 1 1 9rem; display: flex; align-items: center; gap: .75rem; padding: .5rem 1rem; border-radius: .5rem; }
.tally strong { font-size: 2rem; line-height: 1.2; }
.tally .verdict { padding: 0; background: none; }
.met { --ink: var(--met); --back: var(--met-back); }
.not-met { --ink: var(--not-met); --back: var(--not-met-back); }
.undetermined { --ink: var(--undetermined); --back: var(--undetermined-back); }
.verdict { display: inline-block; padding: .0625rem .625rem; border-radius: 1rem; font-weight: 600; white-space: nowrap; }
.verdict, .tally li { color: var(--ink); background: var(--back); }
article { margin: 1rem 0; padding: .25rem 1.25rem 1rem; border: 1px solid var(--line); border-radius: .5rem; }
.bounds { margin: .75rem 0; }
.bounds svg { display: block; overflow: visible; }
.bounds text { fill: var(--text); font-size: .8125rem; }
.bounds .axis { fill: var(--quiet); }
.bounds .wanted-label { font-weight: 600; }
.bounds .track { fill: var(--raised); stroke: var(--line); }
.bounds .hatching { stroke: var(--hatch); stroke-width: 1.5; }
.bounds .result { fill: var(--ink); stroke: var(--ink); stroke-width: 3; }
.bounds .threshold-edge { stroke: var(--page); stroke-width: 6; }
.bounds .threshold { stroke: var(--text); stroke-width: 2; }
.bounds.bar { min-width: 9rem; margin: .25rem 0; }
td ul.findings { padding: 0; list-style: none; color: var(--quiet); font-size: .9em; }
td details { white-space: normal; min-width: 6rem; }
.facts { margin: .5rem 0; padding-left: 1.25rem; }
.wide { overflow-x: auto; margin: 1rem 0; }
table { border-collapse: collapse; width: 100%; font-size: .9375rem; font-variant-numeric: tabular-nums; }
caption { text-align: left; font-weight: 600; padding: .25rem 0; }
th, td { text-align: left; vertical-align: top; padding: .375rem .75rem .375rem 0; border-bottom: 1px solid var(--line); }
thead th { vertical-align: bottom; border-bottom-width: 2px; }
tbody th { font-weight: 400; min-width: 9rem; }
tbody th[scope=rowgroup] { font-weight: 600; padding-top: .75rem; border-bottom: 0; }
th.number, td.number { text-align: right; }
td.number { white-space: nowrap; }
td ul { margin: 0; padding-left: 1.125rem; }
code { font-size: .9em; overflow-wrap: anywhere; }
summary { cursor: pointer; color: var(--link); }
.tree, .tree ul { list-style: none; margin: .25rem 0; padding-left: 1.125rem; border-left: 2px solid var(--line); }
.tree { padding-left: 0; border: 0; }
.tree li { margin: .375rem 0; }
.tree .remark { color: var(--quiet); }
.tree .sign { color: var(--ink); font-weight: 700; }
.tree summary { color: inherit; }
.tree cite { color: var(--quiet); font-style: normal; }
.rows { overflow-wrap: anywhere; max-height: 20rem; overflow-y: auto; }
footer { margin-top: 3rem; padding-top: .75rem; border-top: 2px solid var(--line); color: var(--quiet); }
@media (max-width: 40rem) {
  body { padding: .75rem .75rem 2rem; }
  h1 { font-size: 1.4375rem; }
  article { padding: .25rem .75rem .75rem; }
  table { font-size: .875rem; }
  tbody th { min-width: 7rem; }
  th, td { padding-right: .5rem; }
}
@page { size: A4; margin: 16mm 14mm 18mm; @bottom-right { content: counter(page) " / " counter(pages); font: 9pt sans-serif; } }
@media print {
  body { max-width: none; padding: 0; font-size: 10pt; }
  h1 { font-size: 16pt; }
  h2 { font-size: 13pt; margin-top: 14pt; }
  h3 { font-size: 11pt; }
  h2, h3, caption, .note { break-after: avoid; }
  table { font-size: 9pt; }
  tr, figure, p, li, .tally, article .wide { break-inside: avoid; }
  tr:has(li) { break-inside: auto; }
  tbody tr:first-child { break-before: avoid; }
  .wide { overflow: visible; }
  .rows { max-height: none; }
  tbody th { min-width: 0; }
  nav, .skip, details:not([open]) { display: none; }
  .tree details:not([open]) { display: block; }
  a { color: inherit; text-decoration: none; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
)css";
}

}  // namespace cadre::html
