//! Tells the program what its protocol is: a hash over the sources that decide what the two ends of a
//! table say to each other. Two builds that could misread each other have different ones.

use std::fs;
use std::path::{Path, PathBuf};

/// Whatever is sent is defined here.
const PARTS: [&str; 6] = [
    "src/document",
    "src/engine",
    "src/net/wire.rs",
    "src/protocol",
    "src/scenario",
    "src/view",
];

fn main() {
    let mut files = Vec::new();
    for part in PARTS {
        println!("cargo:rerun-if-changed={part}");
        collect(Path::new(part), &mut files);
    }
    files.sort();
    // FNV-1a, 64 bits: it has to tell builds apart, not to withstand anybody.
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for file in files {
        let text = fs::read_to_string(&file).expect("a source can be read");
        for byte in text.bytes().filter(|b| *b != b'\r') {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    println!("cargo:rustc-env=LIAISON_PROTOCOL={hash:016x}");
}

fn collect(at: &Path, files: &mut Vec<PathBuf>) {
    if at.is_dir() {
        for entry in fs::read_dir(at).expect("a source folder can be read") {
            collect(&entry.expect("an entry").path(), files);
        }
    } else if at.extension().is_some_and(|e| e == "rs") {
        files.push(at.to_owned());
    }
}
