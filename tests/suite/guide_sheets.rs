//! The guide's commands for spreadsheets do what it says, as they stand there.

use std::path::Path;

use crate::msel_sheets::copy;
use crate::support::{liaison, text};

/// The blocks of a language in a section of the guide.
fn blocks(section: &str, language: &str) -> Vec<String> {
    let guide = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/author-guide.md");
    let guide = std::fs::read_to_string(guide).expect("the guide is there");
    let section = guide.split(&format!("\n## {section}\n")).nth(1);
    let section = section.expect("the section is there");
    let section = section.split("\n## ").next().expect("its text");
    let fence = format!("```{language}\n");
    let blocks = section.split(&fence).skip(1);
    let blocks = blocks.filter_map(|rest| rest.split("```").next());
    blocks.map(str::to_owned).collect()
}

#[test]
fn the_commands_for_spreadsheets_are_run() {
    let folder = tempfile::tempdir().expect("a folder");
    copy("base", &folder.path().join("cases/night_lorry"));
    let mut said = Vec::new();
    for section in [
        "In a spreadsheet: the list of injects",
        "In a spreadsheet: translations",
    ] {
        for line in blocks(section, "sh").iter().flat_map(|b| b.lines()) {
            let args: Vec<&str> = line.split(' ').collect();
            assert_eq!(args[0], "liaison", "{line}");
            let out = liaison(&args[1..])
                .current_dir(folder.path())
                .output()
                .expect("it runs");
            assert_eq!(out.status.code(), Some(0), "{line}: {}", text(&out.stderr));
            assert_eq!(text(&out.stderr), "", "{line}");
            said.push(text(&out.stdout));
        }
    }
    let expected = |said: &str| said == "nothing to change\n" || said.ends_with(" rows\n");
    assert_eq!(said.len(), 5);
    assert!(said.iter().all(|said| expected(said)), "{said:?}");
}

#[test]
fn the_settings_for_editors_name_the_command() {
    let settings = blocks("In an editor", "json");
    let settings: serde_json::Value = serde_json::from_str(&settings[0]).expect("JSON");
    let command = settings["glspc.server.command"].as_str().expect("a word");
    let arguments = settings["glspc.server.commandArguments"].as_array();
    let arguments = arguments.expect("a list").iter();
    let arguments: Vec<&str> = arguments.filter_map(|a| a.as_str()).collect();
    assert_eq!((command, &arguments[..]), ("liaison", &["lsp"][..]));
    // Neovim's settings are run by .ci/editors.
    assert_eq!(blocks("In an editor", "lua").len(), 1);
    let helix = blocks("In an editor", "toml");
    assert!(helix[0].contains("command = \"liaison\"\nargs = [\"lsp\"]\n"));
    let out = liaison(&arguments).output().expect("it runs");
    // Nobody is there: it ends, and as the protocol has it not with 0.
    assert_eq!(out.status.code(), Some(1), "{}", text(&out.stderr));
}
