//! What the machine must have before a window can open, asked before the engine starts.
//!
//! The engine panics where a library or driver is missing; a person should read a package name instead.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

/// Why no window can be opened here.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// Neither an X nor a Wayland display; the command line can still play in the terminal.
    #[error("no display: neither DISPLAY nor WAYLAND_DISPLAY is set")]
    NoDisplay,
    #[error("no Vulkan driver was found; on Debian or Ubuntu: apt install {package}")]
    NoVulkan { package: &'static str },
    #[error("the library {library} is missing; on Debian or Ubuntu: apt install {package}")]
    NoLibrary {
        library: &'static str,
        package: &'static str,
    },
    /// The window was opened and then lost.
    #[error("the window ended with an error")]
    Lost,
}

/// Checks what can be checked without opening anything.
pub fn check() -> Result<(), Problem> {
    if cfg!(target_os = "linux") {
        linux()
    } else {
        Ok(())
    }
}

/// Only the driver: off-screen drawing needs no display.
pub fn check_driver() -> Result<(), Problem> {
    if cfg!(target_os = "linux") {
        vulkan()
    } else {
        Ok(())
    }
}

fn linux() -> Result<(), Problem> {
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    if !set("DISPLAY") && !set("WAYLAND_DISPLAY") {
        return Err(Problem::NoDisplay);
    }
    library("libxkbcommon-x11.so.0", "libxkbcommon-x11-0")?;
    library("libX11.so.6", "libx11-6")?;
    library("libXcursor.so.1", "libxcursor1")?;
    library("libXi.so.6", "libxi6")?;
    vulkan()
}

fn vulkan() -> Result<(), Problem> {
    library("libvulkan.so.1", "libvulkan1")?;
    if has_icd() {
        Ok(())
    } else {
        Err(Problem::NoVulkan {
            package: "mesa-vulkan-drivers",
        })
    }
}

fn has_icd() -> bool {
    for name in ["VK_DRIVER_FILES", "VK_ICD_FILENAMES"] {
        if let Some(files) = std::env::var_os(name).filter(|value| !value.is_empty()) {
            return std::env::split_paths(&files).any(|file| file.exists());
        }
    }
    let mut roots: Vec<PathBuf> = ["/etc", "/usr/local/etc", "/usr/share", "/usr/local/share"]
        .map(PathBuf::from)
        .to_vec();
    for name in ["XDG_DATA_DIRS", "XDG_CONFIG_DIRS", "XDG_DATA_HOME"] {
        if let Some(paths) = std::env::var_os(name) {
            roots.extend(std::env::split_paths(&paths));
        }
    }
    if let Some(home) = std::env::var_os("HOME") {
        roots.push(Path::new(&home).join(".local/share"));
    }
    roots.iter().any(|root| {
        let Ok(files) = std::fs::read_dir(root.join("vulkan/icd.d")) else {
            return false;
        };
        files
            .flatten()
            .any(|file| file.path().extension() == Some(OsStr::new("json")))
    })
}

fn library(library: &'static str, package: &'static str) -> Result<(), Problem> {
    if has_library(library) {
        Ok(())
    } else {
        Err(Problem::NoLibrary { library, package })
    }
}

/// In the loader's cache, its path, or the usual places.
fn has_library(name: &str) -> bool {
    if let Ok(cache) = std::fs::read("/etc/ld.so.cache")
        && cache
            .windows(name.len())
            .any(|window| window == name.as_bytes())
    {
        return true;
    }
    let mut places: Vec<PathBuf> = ["/lib", "/lib64", "/usr/lib", "/usr/lib64", "/usr/local/lib"]
        .map(PathBuf::from)
        .to_vec();
    if let Some(paths) = std::env::var_os("LD_LIBRARY_PATH") {
        places.extend(std::env::split_paths(&paths));
    }
    let multiarch = format!("{}-linux-gnu", std::env::consts::ARCH);
    places
        .iter()
        .any(|place| place.join(name).exists() || place.join(&multiarch).join(name).exists())
}
