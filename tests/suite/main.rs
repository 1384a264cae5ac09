//! One binary for every behaviour: each test binary links the whole program.

/// The program's own allocator.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

mod account_words;
mod author_guide;
#[cfg(feature = "app")]
mod author_screens;
mod begin;
#[cfg(feature = "app")]
mod bench;
mod bench_scores;
mod boundaries;
mod branches;
mod brute;
mod case_documents;
mod case_files;
mod command_line;
mod counterfactual;
mod damaged_files;
#[cfg(feature = "app")]
mod desk;
#[cfg(feature = "app")]
mod desk_joint;
#[cfg(feature = "app")]
mod desk_liaison;
#[cfg(feature = "app")]
mod desk_plan;
#[cfg(feature = "app")]
mod desk_screens;
mod diagnostics;
mod document_conflicts;
mod document_faults;
mod documents;
mod documents_drawn;
mod evaluation_faults;
mod explained;
#[cfg(feature = "app")]
mod finish;
mod fixes;
mod fixtures;
#[cfg(feature = "app")]
mod folder;
mod format_reference;
mod fuzz_corpus;
mod graph;
mod guide_sheets;
#[cfg(feature = "app")]
mod hands;
#[cfg(feature = "net")]
mod host_kills;
mod hostile_files;
mod interview_faults;
mod language_server;
mod large_cases;
#[cfg(feature = "app")]
mod line_screen;
mod metrics;
mod msel_sheets;
mod operation_faults;
mod outline;
mod player;
mod primary_line;
mod questioning;
mod questionnaire_faults;
#[cfg(feature = "app")]
mod questionnaire_screens;
mod questionnaires;
mod recovery;
mod refusals;
mod rename;
mod replay;
#[cfg(feature = "app")]
mod replay_screens;
mod reports;
#[cfg(feature = "app")]
mod room;
#[cfg(feature = "app")]
mod screens;
mod secrecy;
#[cfg(feature = "app")]
mod set_pieces_screen;
mod sheets_meanwhile;
mod silences;
mod simulate;
mod small_cases;
mod solve;
mod solve_sound;
mod stored;
mod stories;
mod stories_authority;
mod stories_desks;
mod stories_elements;
mod stories_facilitator;
mod stories_links;
mod stories_msel;
mod stories_operations;
mod stories_ratings;
mod stories_set_pieces;
mod support;
#[cfg(feature = "net")]
mod table;
#[cfg(feature = "app")]
mod table_screens;
mod take_home;
mod translation_sheets;
mod trends;
mod words;
