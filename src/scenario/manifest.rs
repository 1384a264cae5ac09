//! Which files a case has, what each is for, and whether its bytes are text.

use super::code::Code;
use super::sink::{Sink, shown};
use super::source::{CaseSource, MAX_FILE_BYTES, MAX_FILES, MAX_TOTAL_BYTES};

/// What a file is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part<'n> {
    Case,
    Officers,
    Subjects,
    Intel,
    Tasks,
    Authorities,
    Injects,
    Network,
    Operations,
    Interviews,
    Documents,
    Milestones,
    People,
    Objectives,
    Evaluation,
    Map,
    Theory,
    Truth,
    Questionnaires,
    /// `lines/<name>.ron`, one primary line each.
    Line,
    Lang(&'n str),
}

/// Parts by the stem of their file, whether a case must have them, and whether they are lists.
const PARTS: [(&str, Part<'static>, bool, bool); 19] = [
    ("scenario", Part::Case, true, false),
    ("officers", Part::Officers, true, true),
    ("subjects", Part::Subjects, true, true),
    ("map", Part::Map, true, false),
    ("people", Part::People, false, true),
    ("intel", Part::Intel, true, true),
    ("tasks", Part::Tasks, true, true),
    ("authorities", Part::Authorities, false, true),
    ("injects", Part::Injects, false, true),
    ("network", Part::Network, false, false),
    ("operations", Part::Operations, false, true),
    ("interviews", Part::Interviews, false, true),
    ("documents", Part::Documents, false, true),
    ("milestones", Part::Milestones, false, true),
    ("theory", Part::Theory, true, false),
    ("objectives", Part::Objectives, true, true),
    ("evaluation", Part::Evaluation, false, true),
    ("questionnaires", Part::Questionnaires, false, true),
    ("truth", Part::Truth, true, false),
];

/// Stems of the files that a case may have.
pub fn stems() -> impl Iterator<Item = &'static str> {
    PARTS.iter().map(|(stem, ..)| *stem)
}

/// True for a list that may be split into a folder of its name.
#[must_use]
pub fn splits(stem: &str) -> bool {
    PARTS
        .iter()
        .any(|(known, _, _, list)| *known == stem && *list)
}

/// True if a case may have a file of this name.
#[must_use]
pub fn known(file: &str) -> bool {
    part(file).is_some()
}

/// What the file of this name is for; nothing if a case has no such file.
pub(super) fn part(file: &str) -> Option<Part<'_>> {
    let stem = file.strip_suffix(".ron")?;
    if let Some(tag) = stem.strip_prefix("lang/") {
        return (!tag.contains('/')).then_some(Part::Lang(tag));
    }
    if let Some(name) = stem.strip_prefix("lines/") {
        return (!name.is_empty() && !name.contains('/')).then_some(Part::Line);
    }
    let (folder, rest) = stem
        .split_once('/')
        .map_or((stem, None), |(a, b)| (a, Some(b)));
    let (_, part, _, list) = PARTS.iter().find(|(known, ..)| *known == folder)?;
    match rest {
        None => Some(*part),
        Some(name) => (*list && !name.is_empty() && !name.contains('/')).then_some(*part),
    }
}

/// Every file of the case that is text and belongs to it, with its problems told.
pub(super) fn texts<'s>(source: &'s CaseSource, sink: &mut Sink) -> Vec<(&'s str, &'s str)> {
    let mut out = Vec::new();
    if source.files.len() > MAX_FILES {
        let message = format!(
            "the case has {} files; {MAX_FILES} are allowed",
            source.files.len()
        );
        sink.broken = true;
        sink.file(Code::TooManyFiles, "scenario.ron", message);
        return out;
    }
    let total: usize = source.files.values().map(Vec::len).sum();
    if total > MAX_TOTAL_BYTES {
        let message = format!("the case has {total} bytes; {MAX_TOTAL_BYTES} are allowed");
        sink.broken = true;
        sink.file(Code::CaseTooLarge, "scenario.ron", message);
        return out;
    }
    for (file, bytes) in &source.files {
        if let Some(why) = outside(file) {
            sink.broken = true;
            sink.file(
                Code::OutsideCase,
                &shown(file),
                format!("the path `{}` {why}", shown(file)),
            )
            .help("use paths below the folder of the case, with `/`");
        } else if part(file).is_none() {
            unexpected(file, sink);
        } else if let Some(text) = text_of(file, bytes, sink) {
            out.push((file.as_str(), text));
        }
    }
    missing(source, sink);
    out
}

/// Why a path may not be used.
pub(super) fn outside(path: &str) -> Option<&'static str> {
    let drive = path.as_bytes().get(1) == Some(&b':');
    if path.starts_with('/') || drive {
        Some("is absolute")
    } else if path.contains('\\') || path.chars().any(char::is_control) {
        Some("has characters that no file of a case has")
    } else if path
        .split('/')
        .any(|piece| matches!(piece, "" | "." | ".."))
    {
        Some("leads outside the case")
    } else {
        None
    }
}

fn text_of<'s>(file: &str, bytes: &'s [u8], sink: &mut Sink) -> Option<&'s str> {
    if bytes.len() > MAX_FILE_BYTES {
        sink.broken = true;
        let message = format!(
            "the file has {} bytes; {MAX_FILE_BYTES} are allowed",
            bytes.len()
        );
        sink.file(Code::FileTooLarge, file, message);
        return None;
    }
    if is_utf16(bytes) {
        sink.broken = true;
        let mark = if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
            ", as the two bytes at its beginning (a BOM) say"
        } else {
            ""
        };
        let message = format!("the file is UTF-16 and not UTF-8{mark}");
        sink.file(Code::NotUtf8, file, message).help(
            "save it as UTF-8: in the editor, \"Save with encoding\" or \"Save as\", and there \"UTF-8\", not \"Unicode\"",
        );
        return None;
    }
    if bytes.contains(&0) {
        sink.broken = true;
        sink.file(Code::Binary, file, "the file is not a text".to_owned());
        return None;
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Some(text),
        Err(error) => {
            sink.broken = true;
            let start = error.valid_up_to();
            let end = start + error.error_len().unwrap_or(bytes.len() - start);
            let good =
                std::str::from_utf8(bytes.get(..start).unwrap_or_default()).unwrap_or_default();
            let line = 1 + good.bytes().filter(|&b| b == b'\n').count();
            let column = 1 + good.chars().rev().take_while(|&c| c != '\n').count();
            sink.file(
                Code::NotUtf8,
                file,
                "from here on the file is not UTF-8".to_owned(),
            )
            .place(start..end, line, column)
            .help("save the file as UTF-8");
            None
        }
    }
}

/// Whether bytes are a text in UTF-16: by their mark, or because of most letters one half is empty.
fn is_utf16(bytes: &[u8]) -> bool {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return bytes.contains(&0);
    }
    let head = bytes.get(..400).unwrap_or(bytes);
    let empty = |from: usize| {
        head.iter()
            .skip(from)
            .step_by(2)
            .filter(|&&b| b == 0)
            .count()
    };
    let (even, odd) = (empty(0), empty(1));
    let half = head.len() / 2;
    half >= 8 && even.min(odd) == 0 && even.max(odd) * 4 >= half * 3
}

fn unexpected(file: &str, sink: &mut Sink) {
    let stem = file.strip_suffix(".ron").unwrap_or(file);
    let folder = stem.split('/').next().unwrap_or(stem);
    let help = if file.contains('/') && splits(folder) {
        Some(format!("put the list into `{folder}/<name>.ron`"))
    } else {
        let names: Vec<String> = stems().map(|s| format!("{s}.ron")).collect();
        let guess = sink.similar(&format!("{folder}.ron"), names.iter().map(String::as_str));
        guess.map(|g| g.help)
    };
    sink.file(
        Code::UnexpectedFile,
        &shown(file),
        format!("a case has no file `{}`", shown(file)),
    )
    .maybe_help(help);
}

fn missing(source: &CaseSource, sink: &mut Sink) {
    for (stem, part_of, needed, list) in PARTS {
        let there = |name: &String| part(name) == Some(part_of);
        let lost = |name: &String| name.trim_end_matches('/') == stem || there(name);
        let unread = source.unread.iter().any(lost);
        if needed && !unread && !source.files.keys().any(there) {
            sink.broken = true;
            let help = list.then(|| format!("or a folder `{stem}` of such files"));
            sink.file(
                Code::MissingFile,
                &format!("{stem}.ron"),
                format!("`{stem}.ron` is missing"),
            )
            .maybe_help(help);
        }
    }
}
