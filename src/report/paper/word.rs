//! The paper as a Word document: real headings, tables whose heads come again on every page, page numbers.
//!
//! A chart becomes its table: a word processor edits that. The crate that writes it knows no languages, no heads
//! of tables and no second font; these three are written into its parts afterwards, at places that a text cannot
//! imitate, since texts are escaped.

use docx_rs::{
    AbstractNumbering, AlignmentType, BorderType, Docx, FieldCharType, Footer, Header, HeightRule,
    Hyperlink, HyperlinkType, IndentLevel, InstrText, InstrToC, Level, LevelJc, LevelText,
    LineSpacing, LineSpacingType, NumberFormat, Numbering, NumberingId, PageMargin, PageNum,
    Paragraph, Run, RunFonts, Shading, ShdType, SpecialIndentType, Start, Style, StyleType,
    Table as WordTable, TableBorder, TableBorderPosition, TableBorders, TableCell,
    TableCellMargins, TableLayoutType, TableRow, WidthType, XMLDocx,
};

use super::{Block, Cell, Line, Paper, Section, Table, Tone};
use crate::drawing::palette::{ALERT_INK, INK_2, NORTH_INK, PAPER_2, SOUTH_INK};
use crate::drawing::svg::escape;
use crate::language::Lang;
use crate::scenario::ids::Team;

/// Width of the text on A4 between margins of 2 cm, in twentieths of a point.
const WIDTH: usize = 9_638;
/// Width and height of A4.
const A4: (u32, u32) = (11_906, 16_838);
const MARGIN: i32 = 1_134;
/// Font of Latin letters, and of Thai: Windows has both.
const LATIN: &str = "Segoe UI";
const THAI: &str = "Leelawadee UI";
/// Height of a table's head; nothing else has it, and so it is known afterwards.
const HEAD: &str = r#"<w:trHeight w:val="301" w:hRule="atLeast" />"#;
const HEAD_HEIGHT: f32 = 301.0;
const BULLETS: usize = 2;
const NUMBERS: usize = 3;

/// The document, its parts not yet packed.
pub(in crate::report) fn word(paper: &Paper, begun: &str) -> XMLDocx {
    let fonts = RunFonts::new().ascii(LATIN).hi_ansi(LATIN).cs(THAI);
    let mut docx = Docx::new()
        .default_fonts(fonts.east_asia(LATIN))
        .default_size(20)
        .default_line_spacing(spacing(0, 80))
        .page_size(A4.0, A4.1)
        .page_margin(PageMargin {
            top: MARGIN,
            right: MARGIN,
            bottom: MARGIN,
            left: MARGIN,
            header: 567,
            footer: 567,
            gutter: 0,
        })
        .created_at(begun)
        .updated_at(begun)
        .title_pg()
        .first_header(Header::new().add_paragraph(Paragraph::new()))
        .header(Header::new().add_paragraph(
            Paragraph::new().add_run(small(&format!("{} · {}", paper.title, paper.kind))),
        ))
        .first_footer(numbered(paper))
        .footer(numbered(paper));
    for style in styles() {
        docx = docx.add_style(style);
    }
    docx = lists(docx);
    docx = contents(cover(docx, paper), paper);
    for (n, section) in paper.sections.iter().enumerate() {
        let head = heading("Heading1", &section.title).page_break_before(n == 0);
        let head = head.add_bookmark_start(n, bookmark(section));
        docx = docx.add_paragraph(head.add_bookmark_end(n));
        for (n, block) in section.blocks.iter().enumerate() {
            let leads = matches!(
                section.blocks.get(n + 1),
                Some(Block::Table(_) | Block::Chart(_) | Block::Points { .. })
            );
            docx = self::block(docx, block, leads);
        }
    }
    completed(docx.build(), paper)
}

fn spacing(before: u32, after: u32) -> LineSpacing {
    let spacing = LineSpacing::new().line_rule(LineSpacingType::Auto);
    spacing.line(264).before(before).after(after)
}

fn styles() -> Vec<Style> {
    let style = |id: &str, name: &str, size: usize| {
        let style = Style::new(id, StyleType::Paragraph).name(name);
        style.based_on("Normal").size(size)
    };
    vec![
        style("Title", "Title", 52)
            .bold()
            .line_spacing(spacing(1_400, 60)),
        style("Subtitle", "Subtitle", 28)
            .color(hex(INK_2))
            .line_spacing(spacing(0, 400)),
        style("Heading1", "heading 1", 32)
            .bold()
            .outline_lvl(0)
            .line_spacing(spacing(480, 120)),
        style("Heading2", "heading 2", 24)
            .bold()
            .outline_lvl(1)
            .line_spacing(spacing(280, 80)),
        style("TOCHeading", "TOC Heading", 24)
            .bold()
            .line_spacing(spacing(480, 80)),
        style("TOC1", "toc 1", 20).line_spacing(spacing(0, 40)),
        style("Footer", "footer", 17).color(hex(INK_2)),
        style("Caption", "caption", 18)
            .color(hex(INK_2))
            .line_spacing(spacing(160, 60)),
    ]
}

fn lists(docx: Docx) -> Docx {
    let list = |id: usize, format: &str, text: &str| {
        let level = Level::new(
            0,
            Start::new(1),
            NumberFormat::new(format),
            LevelText::new(text),
            LevelJc::new("left"),
        );
        let hanging = Some(SpecialIndentType::Hanging(284));
        AbstractNumbering::new(id).add_level(level.indent(Some(397), hanging, None, None))
    };
    docx.add_abstract_numbering(list(BULLETS, "bullet", "•"))
        .add_numbering(Numbering::new(BULLETS, BULLETS))
        .add_abstract_numbering(list(NUMBERS, "decimal", "%1."))
        .add_numbering(Numbering::new(NUMBERS, NUMBERS))
}

fn numbered(paper: &Paper) -> Footer {
    let line = Paragraph::new()
        .style("Footer")
        .align(AlignmentType::Right)
        .add_run(Run::new().add_text(format!("{} ", paper.page)))
        .add_page_num(PageNum::new());
    Footer::new().add_paragraph(line)
}

fn small(text: &str) -> Run {
    Run::new().add_text(text).size(17).color(hex(INK_2))
}

fn heading(style: &str, text: &str) -> Paragraph {
    let line = Paragraph::new().style(style).keep_next(true);
    line.add_run(Run::new().add_text(text))
}

fn cover(docx: Docx, paper: &Paper) -> Docx {
    let rows = paper.facts.iter().map(|(name, what)| {
        let name = cell(&Line::soft(name).into(), WIDTH * 30 / 100);
        TableRow::new(vec![name, cell(&what.clone().into(), WIDTH * 70 / 100)])
    });
    let facts = framed(WordTable::new(rows.collect()), &[30, 70]);
    docx.add_paragraph(heading("Title", &paper.title))
        .add_paragraph(heading("Subtitle", &paper.kind))
        .add_table(facts)
}

/// The sections as a table of contents that Word can make anew. Without page numbers: only a word processor that has
/// laid the document out knows them, and a wrong one is worse than none.
fn contents(docx: Docx, paper: &Paper) -> Docx {
    let field = InstrToC::new().heading_styles_range(1, 1).hyperlink();
    let field = InstrText::TOC(field.omit_page_numbers_level_range(1, 1));
    let begun = Run::new()
        .add_field_char(FieldCharType::Begin, false)
        .add_instr_text(field)
        .add_field_char(FieldCharType::Separate, false);
    let ended = Run::new().add_field_char(FieldCharType::End, false);
    let last = paper.sections.len().saturating_sub(1);
    let mut docx = docx.add_paragraph(heading("TOCHeading", &paper.contents));
    for (n, section) in paper.sections.iter().enumerate() {
        let mut line = Paragraph::new().style("TOC1");
        if n == 0 {
            line = line.add_run(begun.clone());
        }
        let link = Hyperlink::new(bookmark(section), HyperlinkType::Anchor);
        line = line.add_hyperlink(link.add_run(Run::new().add_text(&section.title)));
        if n == last {
            line = line.add_run(ended.clone());
        }
        docx = docx.add_paragraph(line);
    }
    docx
}

/// What a link to the section is called; a name has no hyphens.
fn bookmark(section: &Section) -> String {
    format!("_Toc_{}", section.id.replace('-', "_"))
}

/// `leads`: what comes after it belongs to it, and stays on its page.
fn block(docx: Docx, block: &Block, leads: bool) -> Docx {
    match block {
        Block::Part(title) => docx.add_paragraph(heading("Heading2", title)),
        Block::Says(words) => docx.add_paragraph(line(words).keep_next(leads)),
        Block::Points { numbered, points } => {
            let id = NumberingId::new(if *numbered { NUMBERS } else { BULLETS });
            points.iter().fold(docx, |docx, point| {
                docx.add_paragraph(line(point).numbering(id.clone(), IndentLevel::new(0)))
            })
        }
        Block::Table(table) => self::table(docx, table),
        // What the picture shows stands in its table; words about the picture would miss it here.
        Block::Chart(chart) => table(docx, &chart.table),
    }
}

fn table(docx: Docx, table: &Table) -> Docx {
    let shares: Vec<usize> = table.columns.iter().map(|c| c.share.into()).collect();
    let all: usize = shares.iter().sum::<usize>().max(1);
    let widths: Vec<usize> = shares.iter().map(|s| WIDTH * s / all).collect();
    let head = table.columns.iter().zip(&widths).map(|(column, width)| {
        let shade = Shading::new().shd_type(ShdType::Clear).fill(hex(PAPER_2));
        cell(&Line::strong(&column.name).into(), *width).shading(shade)
    });
    let head = TableRow::new(head.collect())
        .cant_split()
        .height_rule(HeightRule::AtLeast)
        .row_height(HEAD_HEIGHT);
    let rows = table.rows.iter().map(|row| {
        let cells = row.iter().zip(&widths).map(|(c, width)| cell(c, *width));
        let whole = TableRow::new(cells.collect());
        let tall = table.is_tall(row);
        if tall { whole } else { whole.cant_split() }
    });
    let rows = std::iter::once(head).chain(rows).collect();
    let caption = Paragraph::new().style("Caption").keep_next(true);
    docx.add_paragraph(caption.add_run(Run::new().add_text(&table.caption)))
        .add_table(framed(WordTable::new(rows), &shares))
        // Two tables that touch become one.
        .add_paragraph(Paragraph::new())
}

/// With rules between rows and room around words.
fn framed(table: WordTable, shares: &[usize]) -> WordTable {
    let all: usize = shares.iter().sum::<usize>().max(1);
    let rule = |position| {
        let border = TableBorder::new(position).border_type(BorderType::Single);
        border.size(4).color("CDC4B1")
    };
    let borders = [
        TableBorderPosition::Top,
        TableBorderPosition::Bottom,
        TableBorderPosition::Left,
        TableBorderPosition::Right,
        TableBorderPosition::InsideH,
        TableBorderPosition::InsideV,
    ];
    let empty = TableBorders::with_empty();
    table
        .set_grid(shares.iter().map(|s| WIDTH * s / all).collect())
        .width(WIDTH, WidthType::Dxa)
        .layout(TableLayoutType::Fixed)
        .margins(TableCellMargins::new().margin(57, 85, 57, 85))
        .set_borders(borders.into_iter().map(rule).fold(empty, TableBorders::set))
}

fn cell(cell: &Cell, width: usize) -> TableCell {
    let empty = TableCell::new().width(width, WidthType::Dxa);
    if cell.0.is_empty() {
        return empty.add_paragraph(Paragraph::new());
    }
    let lines = cell.0.iter().map(|l| line(l).line_spacing(spacing(0, 30)));
    lines.fold(empty, TableCell::add_paragraph)
}

fn line(line: &Line) -> Paragraph {
    let mut out = Paragraph::new();
    for span in &line.0 {
        let run = Run::new().add_text(&span.text);
        out = out.add_run(match span.tone {
            Tone::Plain => run,
            Tone::Strong => run.bold(),
            Tone::Soft => run.color(hex(INK_2)),
            Tone::Alert => run.color(hex(ALERT_INK)),
            Tone::Team(Team::North) => run.bold().color(hex(NORTH_INK)),
            Tone::Team(Team::South) => run.bold().color(hex(SOUTH_INK)),
        });
    }
    out
}

/// A colour as Word writes it.
fn hex(colour: &str) -> String {
    colour.trim_start_matches('#').to_uppercase()
}

fn tag(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "en-GB",
        Lang::Th => "th-TH",
    }
}

/// With the languages of the text, heads of tables, and what to print Thai with where Windows' font is not.
fn completed(mut parts: XMLDocx, paper: &Paper) -> XMLDocx {
    let insert = |part: &mut Vec<u8>, at: &str, what: &str| {
        let text = String::from_utf8_lossy(part).replacen(at, what, 1);
        *part = text.into_bytes();
    };
    let end = "</w:rPr></w:rPrDefault>";
    let languages = format!(
        r#"<w:lang w:val="{}" w:eastAsia="en-US" w:bidi="th-TH" />{end}"#,
        tag(paper.lang)
    );
    insert(&mut parts.styles, end, &languages);
    let other = |name: &str, instead: &str| {
        format!(
            r#"<w:font w:name="{name}"><w:altName w:val="{instead}" /><w:family w:val="swiss" /><w:pitch w:val="variable" /></w:font>"#
        )
    };
    let fonts = other(THAI, "Noto Sans Thai") + &other(LATIN, "Noto Sans") + "</w:fonts>";
    insert(&mut parts.font_table, "</w:fonts>", &fonts);
    let core = &mut parts.doc_props.core;
    insert(core, "<dc:creator>unknown", "<dc:creator>Liaison");
    insert(
        core,
        "<cp:lastModifiedBy>unknown",
        "<cp:lastModifiedBy>Liaison",
    );
    let about = format!(
        "<dc:language>{}</dc:language><dc:subject>{}</dc:subject><dc:title>{}</dc:title></cp:coreProperties>",
        tag(paper.lang),
        escape(&paper.kind),
        escape(&paper.title)
    );
    insert(core, "</cp:coreProperties>", &about);
    let document = String::from_utf8_lossy(&parts.document);
    let document = document.replace(HEAD, &format!("{HEAD}<w:tblHeader />"));
    parts.document = document.into_bytes();
    parts
}
