/// The page's style: one column of reading width, light and dark by the reader's setting, and paper.
///
/// The series colours start from the colour-blind-safe palette of Okabe and Ito (2008), darkened or lightened until
/// they stand out from the background. Nothing rests on colour alone: shapes, dashes and numbers say the same. The text
/// holds no ampersand and no `<`, so that the page stays well-formed XML.
enum Stylesheet {
  static let text = variables + layout + charts + routes + paper

  private static let variables = """

    :root { color-scheme: light dark;
      --paper: #ffffff; --ink: #1b1f24; --muted: #5c6670; --rule: #d9dee3; --soft: #f4f6f8; --accent: #00588f;
      --warn: #8a4b00; --warn-soft: #fff4e2;
      --s0: #0068a8; --s1: #c44e00; --s2: #00805d; --s3: #a2458a; --s4: #b07a00; --s5: #2a8fd0; --s6: #5d6570; --s7: #7a5a2e;
      --whole: #8aa0b4; --kept: #00805d; --lost: #c44e00; --open: #b9c2cb;
      --h0: #eef4f9; --h1: #deeaf4; --h2: #cbdfee; --h3: #b3d0e6; --h4: #95bedd; --h5: #71a8d1; --h6: #3f85b8; --h7: #22699e;
      --h8: #b8500a; --h9: #8c2f00; --on-weak: #1b1f24; --on-strong: #ffffff; --bar: 1; }
    @media (prefers-color-scheme: dark) { :root {
      --paper: #14181c; --ink: #e6eaee; --muted: #9aa5b0; --rule: #333b43; --soft: #1d2329; --accent: #6cb8ee;
      --warn: #f0b45c; --warn-soft: #2e2414;
      --s0: #5fb2ee; --s1: #ff9055; --s2: #3fcb9e; --s3: #e291cc; --s4: #f0c04c; --s5: #9bd3fa; --s6: #b5bec8; --s7: #d0b083;
      --whole: #6b8094; --kept: #2fae86; --lost: #e0743a; --open: #4a5560;
      --h0: #1b242c; --h1: #1d2d3a; --h2: #1f3648; --h3: #204158; --h4: #214d6a; --h5: #245c80; --h6: #5fa6d6; --h7: #8cc4ea;
      --h8: #ffa870; --h9: #ff8344; --on-weak: #e6eaee; --on-strong: #0e1215; --bar: .65; } }

    """

  private static let layout = """
    * { box-sizing: border-box; }
    body { margin: 0 auto; max-width: 1020px; padding: 2rem 1.25rem 4rem; background: var(--paper); color: var(--ink);
      font: 16px/1.55 system-ui, "Segoe UI", "Helvetica Neue", "DejaVu Sans", Arial, sans-serif; }
    h1 { font-size: 2rem; line-height: 1.2; margin: 0 0 .4rem; text-wrap: balance; }
    h2 { font-size: 1.35rem; line-height: 1.25; margin: 3rem 0 .8rem; padding-top: .9rem; border-top: 2px solid var(--rule); }
    h3 { font-size: 1.05rem; margin: 1.6rem 0 .4rem; }
    p { margin: 0 0 .9rem; max-width: 75ch; }
    h1, h2, p, li, td, th { overflow-wrap: break-word; }
    a { color: var(--accent); }
    .facts, .remark, caption { color: var(--muted); font-size: .875rem; }
    .facts { max-width: none; } .about, .plain { color: var(--ink); margin: .8rem 0 0; }
    .plain { list-style: none; padding: 0; }
    .lead { font-size: 1.0625rem; } ul.lead { padding-left: 1.2rem; max-width: 82ch; } .lead li { margin: 0 0 .35rem; }
    header + main h2:first-child, header + main section:first-child h2 { margin-top: 1.4rem; }
    nav ul { list-style: none; margin: 2rem 0 0; padding: .7rem 1rem; background: var(--soft); border-radius: 6px;
      display: flex; flex-wrap: wrap; gap: .25rem 1.1rem; font-size: .9rem; }
    nav a { text-decoration: none; }
    nav a:hover { text-decoration: underline; }
    .tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(170px, 1fr)); gap: .8rem; margin: 1.2rem 0; }
    .tile { background: var(--soft); border-radius: 6px; padding: .8rem 1rem; line-height: 1.35; }
    .tile .big { font-size: 1.9rem; font-weight: 650; line-height: 1.2; font-variant-numeric: tabular-nums; }
    .tile .remark { font-size: .8rem; } .tile span { white-space: nowrap; }
    .pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 420px), 1fr)); gap: 1.2rem 2rem; }
    figure { margin: 0 0 1.4rem; min-width: 0; break-inside: avoid; }
    figcaption { font-weight: 600; margin: 0 0 .3rem; }
    .scroll { overflow-x: auto; margin: 0 0 1.4rem; } figure .scroll { margin: 0; }
    figure .half { max-width: 480px; }
    table { border-collapse: collapse; width: 100%; font-size: .875rem; font-variant-numeric: tabular-nums; }
    caption { text-align: left; padding: 0 0 .4rem; }
    th, td { text-align: left; vertical-align: top; padding: .34rem .7rem .34rem 0; border-bottom: 1px solid var(--rule); }
    thead th { color: var(--muted); font-weight: 600; vertical-align: bottom; }
    tbody th { font-weight: 500; min-width: 8rem; }
    th.number, td.number { text-align: right; padding: .34rem 0 .34rem .7rem; }
    td.number { white-space: nowrap; }
    th.number + th:not(.number), td.number + td:not(.number) { padding-left: 1rem; white-space: nowrap; }
    tr.joined td { border-bottom: 0; padding-bottom: 0; }
    details { margin: 0 0 1rem; }
    summary { cursor: pointer; font-weight: 600; padding: .3rem 0; }
    pre { background: var(--soft); padding: .8rem 1rem; border-radius: 6px; overflow-x: auto; font-size: .875rem;
      white-space: pre-wrap; overflow-wrap: anywhere; }
    #provenance td { overflow-wrap: anywhere; }
    .register { columns: 26rem 2; column-gap: 2rem; padding-left: 1.1rem; font-size: .875rem; margin-top: .4rem; }
    .register li { break-inside: avoid; margin: 0 0 .45rem; overflow-wrap: anywhere; } .register strong { font-weight: 600; }
    .places { color: var(--muted); font-size: .8125rem; }
    .warnings { background: var(--warn-soft); border-left: 4px solid var(--warn); padding: .7rem 1rem .7rem 2.2rem; margin: 0; }

    """

  private static let charts = """
    .chart { display: block; width: 100%; height: auto; font: 12px system-ui, "Segoe UI", "DejaVu Sans", Arial, sans-serif; }
    .chart .label, .chart .number { fill: var(--ink); } .chart .strong { font-weight: 650; } .chart .tick { fill: var(--muted); font-size: 11px; }
    .chart .grid { stroke: var(--rule); } .chart .axis { stroke: var(--muted); }
    .chart .whisker { stroke: var(--ink); stroke-width: 1.2; }
    .chart .hatch { stroke: var(--paper); stroke-width: 1.6; fill: none; }
    .chart .bar { stroke: var(--paper); stroke-width: .6; fill-opacity: var(--bar); }
    .chart .tone-whole { fill: var(--whole); } .chart .tone-kept { fill: var(--kept); }
    .chart .tone-lost { fill: var(--lost); } .chart .tone-open { fill: var(--open); }
    .chart .on-weak { fill: var(--on-weak); } .chart .on-strong { fill: var(--on-strong); }
    .chart .dash-1 { stroke-dasharray: 6 3; } .chart .dash-2 { stroke-dasharray: 2 3; }

    """
    + (0..<ChartCanvas.seriesColours).map { index in
      """
      .chart .fill-\(index) { fill: var(--s\(index)); }
      .chart .stroke-\(index) { stroke: var(--s\(index)); stroke-width: 2; fill: none; }
      .chart .span-\(index) { stroke: var(--s\(index)); stroke-width: 4; stroke-opacity: .4; }
      .chart .interval-\(index) { fill: var(--s\(index)); fill-opacity: .34; }
      .chart .spread-\(index) { fill: var(--s\(index)); fill-opacity: .15; }

      """
    }.joined() + (0..<10).map { ".chart .heat-\($0) { fill: var(--h\($0)); }\n" }.joined()

  private static let routes = """
    .sheets { break-inside: auto; } .sheet { break-inside: avoid; }
    .route .lane { fill: var(--soft); } .route .even { fill: var(--paper); } .route .band { fill: var(--paper); }
    .route .heading { fill: var(--ink); font-weight: 650; font-size: 12.5px; }
    .route .node { fill: var(--paper); stroke: var(--muted); stroke-width: 1.2; }
    .route .node.infusion { stroke: var(--s2); stroke-width: 2.5; } .route .node.release { stroke: var(--s2); stroke-width: 2; }
    .route .node.hold { stroke: var(--s4); stroke-dasharray: 4 3; } .route .node.booking { stroke: var(--s0); stroke-dasharray: 1.5 2.5; stroke-width: 1.8; }
    .route .node.choice { stroke: var(--s3); stroke-width: 1.6; } .route .node.store { stroke: var(--s2); stroke-width: 2.5; }
    .route .node.aside { stroke-dasharray: 5 3; }
    .route .node.batch { fill: var(--ink); stroke: var(--ink); } .route .on-batch { fill: var(--paper); }
    .route .node.end { stroke-width: 2.5; stroke: var(--ink); }
    .route .joint { fill: var(--ink); }
    .route text { fill: var(--ink); } .route .name { font-weight: 600; font-size: 12.5px; } .route text.on-batch { fill: var(--paper); }
    .route .time, .route .date, .route .who, .route .note, .route .limit, .route .fault { font-size: 11px; }
    .route text.who, .route text.note { fill: var(--muted); } .route text.date { fill: var(--s0); }
    .route text.limit { fill: var(--warn); } .route text.fault { fill: var(--s1); }
    .route .way { fill: none; stroke: var(--muted); stroke-width: 1.4; } .route .tip { fill: var(--muted); }
    .route .beside { stroke-dasharray: 5 3; }
    .route .return { fill: none; stroke: var(--s1); stroke-width: 1.1; stroke-dasharray: 5 3; } .route .fault-tip { fill: var(--s1); }
    .route .out { stroke-opacity: .55; stroke-dasharray: 2 3; }
    .route .reach { fill: none; stroke: var(--s4); stroke-width: 1.3; } .route .limit-tip { fill: var(--s4); }
    .route .countdown { stroke: var(--s0); stroke-dasharray: 2 3; } .route .count-tip { fill: var(--s0); }
    .entries td, .entries th { overflow-wrap: break-word; } .entries .wrong { color: var(--s1); } .entries .limit { color: var(--warn); }

    """

  private static let paper = """
    @media print {
      @page { size: A4; margin: 16mm 14mm; }
      :root { color-scheme: light;
        --paper: #ffffff; --ink: #000000; --muted: #444b52; --rule: #c4cad0; --soft: #f4f6f8; --accent: #000000;
        --warn: #8a4b00; --warn-soft: #fff4e2;
        --s0: #0068a8; --s1: #c44e00; --s2: #00805d; --s3: #a2458a; --s4: #b07a00; --s5: #2a8fd0; --s6: #5d6570; --s7: #7a5a2e;
        --whole: #8aa0b4; --kept: #00805d; --lost: #c44e00; --open: #b9c2cb;
        --h0: #eef4f9; --h1: #deeaf4; --h2: #cbdfee; --h3: #b3d0e6; --h4: #95bedd; --h5: #71a8d1; --h6: #3f85b8; --h7: #22699e;
        --h8: #b8500a; --h9: #8c2f00; --on-weak: #1b1f24; --on-strong: #ffffff; --bar: 1; }
      body { max-width: none; padding: 0; font-size: 9.5pt; line-height: 1.4; }
      nav, .screen { display: none; }
      h1 { font-size: 18pt; } p { margin-bottom: .5rem; max-width: none; }
      .lead { font-size: 10.5pt; max-width: none; } .facts, .remark, caption { font-size: 8pt; } caption { break-after: avoid; }
      h2, h3, h2 + p { break-after: avoid; } h2 { font-size: 13pt; margin: 1.1rem 0 .5rem; padding-top: .5rem; }
      h3 { font-size: 10.5pt; margin: .8rem 0 .3rem; } figure { margin-bottom: .7rem; }
      .register { columns: 2; column-gap: 6mm; font-size: 6.5pt; line-height: 1.25; } .register li { margin: 0 0 2pt; }
      .places { font-size: 6pt; } summary { list-style: none; } 
      .pair { grid-template-columns: 1fr 1fr; gap: .8rem 1.2rem; }
      .tiles { grid-template-columns: repeat(5, 1fr); gap: .4rem; }
      .tile { padding: .5rem .6rem; } .tile .big { font-size: 15pt; }
      .scroll { overflow: visible; margin-bottom: .7rem; }
      table { font-size: 7.5pt; line-height: 1.25; } th, td { padding-top: 1.6pt; padding-bottom: 1.6pt; }
      tr.joined { break-after: avoid; } tbody th { min-width: 0; } th.number, td.number { padding: 1.6pt 0 1.6pt .35rem; }
      tr, .tile, li, p { break-inside: avoid; }
      thead { display: table-header-group; }
      * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
    }
    @media screen and (max-width: 700px) {
      body { padding: 1rem .9rem 3rem; } h1 { font-size: 1.6rem; } .chart:not(.half) { min-width: 720px; }
    }

    """
}
