//! Interviews: what `interviews/*.ron` says, what play uses, and how acts move a person.

mod file;
mod model;
pub mod moves;

pub use file::{
    ContradictionFile, EvidenceFile, InterviewFile, NeedFile, QuestionFile, StatementFile,
    TopicFile, Truth,
};
pub use model::{Contradiction, Evidence, Interviewee, Mention, Need, Question, Statement, Topic};
