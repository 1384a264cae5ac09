//! Files as editors name them: `file:///home/mira/night%20bus/intel.ron`.

use std::path::{Path, PathBuf};

use lsp_types::Uri;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// What stands in a path as it is.
const KEPT: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'/')
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'~');

/// The file of an address; nothing for what is no file of this computer.
pub(super) fn path(uri: &Uri) -> Option<PathBuf> {
    let rest = uri.as_str().strip_prefix("file://")?;
    let rest = rest.strip_prefix("localhost").unwrap_or(rest);
    if !rest.starts_with('/') {
        return None;
    }
    let path = percent_decode_str(rest).decode_utf8().ok()?;
    // `/C:/cases`
    let drive = path.as_bytes().get(2) == Some(&b':');
    let path = if drive { &path[1..] } else { &path[..] };
    (!path.contains('\0')).then(|| PathBuf::from(path))
}

/// The address of a file.
pub(super) fn uri(path: &Path) -> Option<Uri> {
    let path = path.to_str()?.replace('\\', "/");
    let slash = if path.starts_with('/') { "" } else { "/" };
    let encoded = utf8_percent_encode(&path, KEPT);
    format!("file://{slash}{encoded}").parse().ok()
}
