//! What fuzzing has kept is given once more to what decodes it: no bytes of somebody else's make anything panic.
//! `fuzz/README.md` says how more of it is found.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

#[path = "../../fuzz/bodies.rs"]
mod bodies;

fn names(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("fuzz")
        .join(folder);
    let entries = fs::read_dir(&folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    let mut all: Vec<PathBuf> = entries.map(|entry| entry.expect("a name").path()).collect();
    all.sort();
    all
}

fn replay(target: &str, body: fn(&[u8])) {
    let inputs = names(&format!("corpus/{target}"));
    assert!(!inputs.is_empty(), "{target} has no corpus");
    for input in inputs {
        // Told of the last one only, if the test fails.
        println!("{}", input.display());
        body(&fs::read(input).expect("it can be read"));
    }
}

macro_rules! targets {
    ($($name:ident $(if $feature:literal)?),* $(,)?) => {
        const TARGETS: &[&str] = &[$(stringify!($name)),*];
        $($(#[cfg(feature = $feature)])?
        #[test]
        fn $name() {
            replay(stringify!($name), bodies::$name);
        })*
    };
}

targets! {
    case,
    discovery if "net",
    exercise_file,
    exercise_rows,
    pass if "net",
    record,
    seats if "net",
    ticket if "net",
    wire_in if "net",
    wire_out if "net",
    zone,
}

#[test]
fn every_target_is_replayed() {
    let named = |paths: Vec<PathBuf>| {
        let stem = |path: &PathBuf| Some(path.file_stem()?.to_str()?.to_owned());
        paths.iter().filter_map(stem).collect::<BTreeSet<_>>()
    };
    let here: BTreeSet<_> = TARGETS.iter().map(|&name| name.to_owned()).collect();
    assert_eq!(named(names("fuzz_targets")), here);
    assert_eq!(named(names("corpus")), here);
}
