//! The language server, driven over its pipe as an editor drives it.

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use liaison::library;
use liaison::scenario::Code;
use serde_json::{Value, json};

use crate::support::{case_folder, liaison};

/// Time for an answer; a machine that builds something else beside it is slow.
const PATIENCE: Duration = Duration::from_secs(60);

/// An editor with a copy of the base case.
struct Editor {
    server: Child,
    /// Nothing once the editor is gone.
    input: Option<ChildStdin>,
    answers: Receiver<Value>,
    /// What was told of files, in order.
    told: Vec<Value>,
    next: i64,
    folder: tempfile::TempDir,
}

impl Editor {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let case = library::find(&case_folder("base")).expect("the base case");
        for (name, bytes) in case.files {
            let file = folder.path().join("night lorry").join(name);
            std::fs::create_dir_all(file.parent().expect("below")).expect("made");
            std::fs::write(file, bytes).expect("written");
        }
        let mut server = liaison(&["lsp"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("it starts");
        let input = server.stdin.take();
        let mut output = BufReader::new(server.stdout.take().expect("piped"));
        let (sender, answers) = channel();
        std::thread::spawn(move || {
            while let Some(message) = receive(&mut output) {
                if sender.send(message).is_err() {
                    return;
                }
            }
        });
        Self {
            server,
            input,
            answers,
            told: Vec::new(),
            next: 0,
            folder,
        }
    }

    fn greeted() -> Self {
        let mut editor = Self::new();
        let answer = editor.ask(
            "initialize",
            json!({ "processId": null, "rootUri": null, "capabilities": {} }),
        );
        assert_eq!(answer["result"]["capabilities"]["hoverProvider"], true);
        editor.say("initialized", json!({}));
        editor
    }

    fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join("night lorry").join(name)
    }

    fn text(&self, name: &str) -> String {
        std::fs::read_to_string(self.file(name)).expect("there")
    }

    fn uri(&self, name: &str) -> String {
        uri(&self.file(name))
    }

    fn raw(&mut self, bytes: &[u8]) {
        let input = self.input.as_mut().expect("still there");
        input.write_all(bytes).expect("the server reads");
        input.flush().expect("the server reads");
    }

    fn send(&mut self, message: &Value) {
        let body = message.to_string();
        self.raw(format!("Content-Length: {}\r\n\r\n{body}", body.len()).as_bytes());
    }

    fn say(&mut self, method: &str, params: Value) {
        self.send(&json!({ "jsonrpc": "2.0", "method": method, "params": params }));
    }

    fn next(&mut self) -> Value {
        self.answers
            .recv_timeout(PATIENCE)
            .expect("an answer in time")
    }

    fn ask(&mut self, method: &str, params: Value) -> Value {
        self.next += 1;
        let id = self.next;
        self.send(&json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params }));
        loop {
            let message = self.next();
            if message["id"] == id {
                return message;
            }
            self.told.push(message);
        }
    }

    fn open(&mut self, name: &str, text: &str) {
        let document =
            json!({ "uri": self.uri(name), "languageId": "ron", "version": 1, "text": text });
        self.say("textDocument/didOpen", json!({ "textDocument": document }));
    }

    fn type_in(&mut self, name: &str, version: i32, text: &str) {
        let document = json!({ "uri": self.uri(name), "version": version });
        let changes = json!([{ "text": text }]);
        self.say(
            "textDocument/didChange",
            json!({ "textDocument": document, "contentChanges": changes }),
        );
    }

    /// The next problems that are told of a file.
    fn problems(&mut self, name: &str) -> Vec<Value> {
        let uri = self.uri(name);
        loop {
            let message = if self.told.is_empty() {
                self.next()
            } else {
                self.told.remove(0)
            };
            if message["method"] == "textDocument/publishDiagnostics"
                && message["params"]["uri"] == uri
            {
                return message["params"]["diagnostics"]
                    .as_array()
                    .expect("a list")
                    .clone();
            }
        }
    }

    fn at(&mut self, method: &str, name: &str, text: &str, mark: &str, inside: usize) -> Value {
        let (line, column) = place(text, mark, inside);
        self.ask(
            method,
            json!({
                "textDocument": { "uri": self.uri(name) },
                "position": { "line": line, "character": column },
            }),
        )["result"]
            .clone()
    }

    fn leave(mut self) {
        let answer = self.ask("shutdown", Value::Null);
        assert_eq!(answer["result"], Value::Null);
        assert!(answer.get("error").is_none());
        self.say("exit", Value::Null);
        let status = self.server.wait().expect("it ends");
        assert_eq!(status.code(), Some(0));
    }
}

impl Drop for Editor {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

fn receive(output: &mut impl BufRead) -> Option<Value> {
    let mut length = 0;
    loop {
        let mut line = String::new();
        if output.read_line(&mut line).ok()? == 0 {
            return None;
        }
        if line == "\r\n" {
            break;
        }
        if let Some(n) = line.trim().strip_prefix("Content-Length: ") {
            length = n.parse().ok()?;
        }
    }
    let mut body = vec![0; length];
    output.read_exact(&mut body).ok()?;
    serde_json::from_slice(&body).ok()
}

fn uri(path: &Path) -> String {
    let path = path.to_str().expect("a path in UTF-8").replace(' ', "%20");
    format!("file://{path}")
}

/// Line and UTF-16 column, `inside` bytes into the first `mark`.
fn place(text: &str, mark: &str, inside: usize) -> (usize, usize) {
    let at = text.find(mark).unwrap_or_else(|| panic!("no {mark}")) + inside;
    let line = text[..at].matches('\n').count();
    let start = text[..at].rfind('\n').map_or(0, |n| n + 1);
    (line, text[start..at].encode_utf16().count())
}

fn labels(items: &Value) -> Vec<&str> {
    let items = items.as_array().expect("a list").iter();
    items
        .map(|i| i["label"].as_str().expect("a label"))
        .collect()
}

#[test]
fn problems_are_told_as_they_are_typed_and_go_when_they_are_mended() {
    let mut editor = Editor::greeted();
    let intel = editor.text("intel.ron");
    // Thai before the place, in the same line: 5 letters, two of them above others.
    let broken = intel.replacen(
        "subjects: [\"lorry\"",
        "/* ที่นี่ 😀 */ subjects: [\"lorrry\"",
        1,
    );
    assert_ne!(broken, intel);
    editor.open("intel.ron", &broken);
    let told = editor.problems("intel.ron");
    let unknown = told
        .iter()
        .find(|d| d["code"] == "L026")
        .expect("unknown subject");
    let (line, column) = place(&broken, "\"lorrry\"", 0);
    assert_eq!(
        unknown["range"]["start"],
        json!({ "line": line, "character": column })
    );
    assert_eq!(
        unknown["range"]["end"],
        json!({ "line": line, "character": column + 8 })
    );
    assert_eq!(unknown["severity"], 1);
    assert_eq!(unknown["source"], "liaison");
    // Not saved, and yet the quick fix is of what is typed.
    let range = unknown["range"].clone();
    let uri = editor.uri("intel.ron");
    let actions = editor.ask(
        "textDocument/codeAction",
        json!({ "textDocument": { "uri": uri }, "range": range, "context": { "diagnostics": [] } }),
    );
    let action = &actions["result"][0];
    assert_eq!(action["title"], "Write `lorry`");
    let edit = &action["edit"]["changes"][&uri][0];
    assert_eq!(edit["newText"], "\"lorry\"");
    assert_eq!(edit["range"], range);
    assert_eq!(action["isPreferred"], true);
    // What `check --fix` does for certain is offered here as well.
    let bare = intel.replacen("held_by: North,", "held_by: North", 1);
    assert_ne!(bare, intel);
    editor.type_in("intel.ron", 2, &bare);
    let told = editor.problems("intel.ron");
    let actions = editor.ask(
        "textDocument/codeAction",
        json!({ "textDocument": { "uri": uri }, "range": told[0]["range"], "context": { "diagnostics": [] } }),
    );
    let action = &actions["result"][0];
    assert_eq!(action["title"], "Put `,` in", "{actions}");
    let (line, column) = place(&bare, "held_by: North", 14);
    let at = json!({ "line": line, "character": column });
    assert_eq!(
        action["edit"]["changes"][&uri][0],
        json!({ "newText": ",", "range": { "start": at, "end": at } })
    );
    editor.type_in("intel.ron", 2, &intel);
    assert_eq!(editor.problems("intel.ron"), Vec::<Value>::new());
    // Closed without being saved, the file on disk counts.
    editor.type_in("intel.ron", 3, &broken);
    assert!(!editor.problems("intel.ron").is_empty());
    let document = json!({ "textDocument": { "uri": uri } });
    editor.say("textDocument/didClose", document);
    assert_eq!(editor.problems("intel.ron"), Vec::<Value>::new());
    editor.leave();
}

#[test]
fn one_file_shows_what_is_wrong_in_another() {
    let mut editor = Editor::greeted();
    let subjects = editor.text("subjects.ron");
    editor.open(
        "subjects.ron",
        &subjects.replace("id: \"lorry\"", "id: \"lorry_two\""),
    );
    let told = editor.problems("intel.ron");
    assert!(told.iter().any(|d| d["code"] == "L026"), "{told:?}");
    editor.leave();
}

#[test]
fn ids_fields_and_words_are_completed_by_what_is_expected_there() {
    let mut editor = Editor::greeted();
    let injects = "[\n    // นี่คือตัวอย่าง\n    Inject(number: 1, from: \"ที่\", when: All([Done(\"\"), Holds(item: \"\", by: ), ]),\n        via: , \n    ),\n";
    editor.open("injects.ron", injects);
    let ask = |editor: &mut Editor, mark: &str, inside| {
        editor.at(
            "textDocument/completion",
            "injects.ron",
            injects,
            mark,
            inside,
        )
    };
    let tasks = ask(&mut editor, "Done(\"\")", 6);
    let defined = library::find(&case_folder("base")).expect("the base case");
    let scenario = liaison::scenario::load(&defined).scenario.expect("sound");
    let expected: Vec<&str> = scenario.tasks.iter().map(|t| t.key.as_str()).collect();
    let mut found = labels(&tasks);
    found.sort_unstable();
    let mut expected = expected;
    expected.sort_unstable();
    assert_eq!(found, expected);
    let edit = &tasks[0]["textEdit"];
    let (line, column) = place(injects, "Done(\"\")", 6);
    assert_eq!(
        edit["range"]["start"],
        json!({ "line": line, "character": column })
    );
    assert!(labels(&ask(&mut editor, "item: \"\"", 7)).contains(&"plate"));
    assert_eq!(labels(&ask(&mut editor, "by: )", 4)), ["North", "South"]);
    let via = ask(&mut editor, "via: ,", 5);
    assert_eq!(labels(&via), ["Telephone", "Radio", "Message", "InPerson"]);
    assert_eq!(via[1]["documentation"], "By radio.");
    let fields = ask(&mut editor, "via: , \n", 7);
    let fields = labels(&fields);
    assert!(
        fields.contains(&"effects") && !fields.contains(&"number"),
        "{fields:?}"
    );
    let conditions = ask(&mut editor, "), ])", 3);
    assert!(labels(&conditions).contains(&"Theorised"));
    editor.leave();
}

#[test]
fn a_place_is_explained_and_leads_to_where_it_is_defined() {
    let mut editor = Editor::greeted();
    let injects = editor.text("injects.ron");
    editor.open("injects.ron", &injects);
    let hover = editor.at(
        "textDocument/hover",
        "injects.ron",
        &injects,
        "\"plate\"",
        3,
    );
    let said = hover["contents"]["value"].as_str().expect("words");
    assert!(said.starts_with("item `plate`: "), "{said}");
    assert!(said.contains("defined in intel.ron:"), "{said}");
    let hover = editor.at("textDocument/hover", "injects.ron", &injects, "via", 1);
    let said = hover["contents"]["value"].as_str().expect("words");
    assert!(said.starts_with("`via: Delivery` of Inject"), "{said}");
    let hover = editor.at("textDocument/hover", "injects.ron", &injects, "when", 1);
    let said = hover["contents"]["value"].as_str().expect("words");
    assert!(said.contains("It goes only while this holds"), "{said}");
    let place_of = editor.at(
        "textDocument/definition",
        "injects.ron",
        &injects,
        "\"plate\"",
        3,
    );
    let intel = editor.text("intel.ron");
    assert_eq!(place_of["uri"], editor.uri("intel.ron"));
    let (line, column) = place(&intel, "\"plate\"", 0);
    assert_eq!(
        place_of["range"]["start"],
        json!({ "line": line, "character": column })
    );
    // A translation leads to its original, and tells how much room there is.
    let lang = editor.text("lang/ms.ron");
    editor.open("lang/ms.ron", &lang);
    let place_of = editor.at(
        "textDocument/definition",
        "lang/ms.ron",
        &lang,
        "case.title",
        3,
    );
    assert_eq!(place_of["uri"], editor.uri("scenario.ron"));
    let hover = editor.at("textDocument/hover", "lang/ms.ron", &lang, "case.title", 3);
    let said = hover["contents"]["value"].as_str().expect("words");
    assert_eq!(
        said,
        "title of the case, at most 40 characters\n\nThe Night Lorry"
    );
    // A problem is explained by its code.
    let broken = injects.replace("\"plate\"", "\"plat\"");
    editor.type_in("injects.ron", 2, &broken);
    let hover = editor.at("textDocument/hover", "injects.ron", &broken, "\"plat\"", 3);
    let said = hover["contents"]["value"].as_str().expect("words");
    assert!(said.starts_with("**L024** unknown item: "), "{said}");
    let why = &liaison::scenario::explain(Code::UnknownItem)
        .expect("explained")
        .why;
    assert!(said.contains(why.as_str()), "{said}");
    editor.leave();
}

#[test]
fn an_id_is_found_and_called_otherwise_in_the_whole_case() {
    let mut editor = Editor::greeted();
    let injects = editor.text("injects.ron");
    editor.open("injects.ron", &injects);
    let asked = |editor: &Editor, more: Value| {
        let (line, character) = place(&injects, "\"plate\"", 3);
        let mut params = json!({
            "textDocument": { "uri": editor.uri("injects.ron") },
            "position": { "line": line, "character": character },
        });
        let all = params.as_object_mut().expect("an object");
        all.extend(more.as_object().expect("an object").clone());
        params
    };
    let params = asked(
        &editor,
        json!({ "context": { "includeDeclaration": true } }),
    );
    let all = editor.ask("textDocument/references", params)["result"].clone();
    let all = all.as_array().expect("places").len();
    let params = asked(
        &editor,
        json!({ "context": { "includeDeclaration": false } }),
    );
    let used = editor.ask("textDocument/references", params)["result"].clone();
    let used = used.as_array().expect("places").len();
    assert!(
        used > 0 && all == used + 1,
        "{all} places, {used} of them uses"
    );

    let params = asked(&editor, json!({}));
    let ready = editor.ask("textDocument/prepareRename", params)["result"].clone();
    assert_eq!(ready["placeholder"], "plate");
    let params = asked(&editor, json!({ "newName": "number_plate" }));
    let edit = editor.ask("textDocument/rename", params)["result"].clone();
    let changes = edit["changes"].as_object().expect("by file");
    let of = |name: &str| {
        changes[&editor.uri(name)]
            .as_array()
            .expect("edits")
            .clone()
    };
    assert_eq!(of("intel.ron")[0]["newText"], "number_plate");
    let translated = of("lang/ms.ron");
    assert!(
        translated[0]["newText"]
            .as_str()
            .expect("text")
            .starts_with("\"intel.number_plate.")
    );
    let ids = changes.keys().filter(|uri| !uri.contains("/lang/"));
    let edits: usize = ids
        .map(|uri| changes[uri].as_array().expect("edits").len())
        .sum();
    assert_eq!(edits, all);

    let params = asked(&editor, json!({ "newName": "Number plate" }));
    let refused = editor.ask("textDocument/rename", params);
    let why = refused["error"]["message"].as_str().expect("why");
    assert!(why.contains("is not an id"), "{why}");
    editor.leave();
}

#[cfg(unix)]
#[test]
fn what_keeps_a_file_of_the_folder_from_being_read_is_told() {
    let mut editor = Editor::greeted();
    let outside = editor.folder.path().join("elsewhere.ron");
    std::fs::write(&outside, "[]").expect("written");
    let link = editor.file("operations.ron");
    std::os::unix::fs::symlink(outside, &link).expect("a link");
    let card = editor.text("scenario.ron");
    editor.open("scenario.ron", &card);
    let told = editor.problems("operations.ron");
    assert_eq!(told[0]["code"], Code::OutsideCase.code());
    std::fs::remove_file(link).expect("gone");
    editor.say("workspace/didChangeWatchedFiles", json!({ "changes": [] }));
    assert_eq!(editor.problems("operations.ron"), Vec::<Value>::new());
    editor.leave();
}

#[test]
fn a_case_that_does_not_parse_is_served_on() {
    let mut editor = Editor::greeted();
    let intel = editor.text("intel.ron");
    editor.open("intel.ron", &intel);
    for cut in (0..intel.len())
        .step_by(37)
        .filter(|n| intel.is_char_boundary(*n))
    {
        editor.type_in("intel.ron", 2, &intel[..cut]);
        for method in [
            "textDocument/completion",
            "textDocument/hover",
            "textDocument/definition",
        ] {
            let line = intel[..cut].matches('\n').count();
            let answer = editor.ask(
                method,
                json!({
                    "textDocument": { "uri": editor.uri("intel.ron") },
                    "position": { "line": line, "character": 9 },
                }),
            );
            assert!(answer.get("error").is_none(), "{answer}");
        }
    }
    editor.told.clear();
    editor.type_in("intel.ron", 3, "[ Item(id: \"x\"");
    loop {
        let told = editor.problems("intel.ron");
        if told
            .iter()
            .any(|d| d["message"] == "a `)]` is missing: the `(` of `Item` is not closed")
        {
            break;
        }
    }
    editor.leave();
}

#[test]
fn a_file_that_is_too_large_for_a_case_is_told_and_served_on() {
    let mut editor = Editor::greeted();
    let intel = editor.text("intel.ron");
    let large = format!("{intel}{}", "// x\n".repeat(17 * 1024 * 1024 / 5));
    editor.open("intel.ron", &large);
    let told = editor.problems("intel.ron");
    assert_eq!(told.len(), 1, "{told:?}");
    assert_eq!(told[0]["code"], "L004");
    for method in [
        "textDocument/hover",
        "textDocument/completion",
        "textDocument/definition",
    ] {
        let answer = editor.ask(
            method,
            json!({
                "textDocument": { "uri": editor.uri("intel.ron") },
                "position": { "line": 3_000_000, "character": 2 },
            }),
        );
        assert!(answer.get("error").is_none(), "{answer}");
    }
    editor.type_in("intel.ron", 2, &intel);
    assert_eq!(editor.problems("intel.ron"), Vec::<Value>::new());
    editor.leave();
}

#[test]
fn nonsense_is_answered_and_passed_over() {
    let mut editor = Editor::new();
    // Too early.
    let answer = editor.ask("textDocument/hover", json!({}));
    assert_eq!(answer["error"]["code"], -32002);
    let answer = editor.ask("initialize", json!({ "capabilities": {} }));
    assert!(answer.get("error").is_none());
    for body in [
        "{ not json",
        "[]",
        "\"a\"",
        "{\"jsonrpc\":\"2.0\"}",
        "\u{0}",
    ] {
        editor.raw(format!("Content-Length: {}\r\n\r\n{body}", body.len()).as_bytes());
        let answer = editor.next();
        assert_eq!(answer["error"]["code"], -32700, "{body}: {answer}");
        assert_eq!(answer["id"], Value::Null);
    }
    editor.raw(b"Content-Length: many\r\n\r\n");
    assert_eq!(editor.next()["error"]["code"], -32700);
    // Larger than anything that is taken: read past, never kept.
    let size = 65 * 1024 * 1024;
    editor.raw(format!("Content-Length: {size}\r\n\r\n").as_bytes());
    let piece = vec![b'x'; 1 << 20];
    for _ in 0..65 {
        editor.raw(&piece);
    }
    assert_eq!(editor.next()["error"]["code"], -32600);
    let answer = editor.ask("initialize", json!({ "capabilities": {} }));
    assert_eq!(answer["error"]["code"], -32600);
    let answer = editor.ask("textDocument/typeDefinition", json!({}));
    assert_eq!(answer["error"]["code"], -32601);
    let answer = editor.ask("textDocument/hover", json!({ "position": 1 }));
    assert_eq!(answer["error"]["code"], -32602);
    // Files that are no case's are nobody's business here.
    for strange in [
        "untitled:Untitled-1",
        "file:///no/such/place.ron",
        "file:relative.ron",
        "http://x/y.ron",
    ] {
        let document = json!({ "uri": strange, "languageId": "ron", "version": 1, "text": "[" });
        editor.say("textDocument/didOpen", json!({ "textDocument": document }));
        let answer = editor.ask(
            "textDocument/hover",
            json!({ "textDocument": { "uri": strange }, "position": { "line": 4_000_000_000_u32, "character": 4_000_000_000_u32 } }),
        );
        assert_eq!(answer["result"], Value::Null, "{answer}");
    }
    editor.leave();
}

#[test]
fn an_editor_that_goes_without_a_word_leaves_no_server_behind() {
    let mut editor = Editor::greeted();
    editor.raw(b"Content-Length: 1000\r\n\r\n{");
    editor.input = None;
    let status = editor.server.wait().expect("it ends");
    assert_eq!(status.code(), Some(1));
}
